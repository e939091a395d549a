import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarCreate, calendarGet, calendarRemove } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { LinkToHandOver } from './link-to-hand-over.js';
import styles from './settings.module.css';

/** The secret address of one's own appointments, for the calendar on one's phone. */
export function CalendarSection() {
  const { t, i18n } = useTranslation('settings');
  const zone = useZone();
  const client = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: () => calendarGet() });
  const refresh = () => client.invalidateQueries({ queryKey: ['calendar'] });
  const create = useMutation({
    mutationFn: () => calendarCreate(),
    onSuccess: ({ url }) => setLink(url),
    onSettled: refresh,
  });
  const revoke = useMutation({
    mutationFn: () => calendarRemove(),
    onSuccess: () => setLink(null),
    onSettled: refresh,
  });
  const { active = false, lastFetchedAt = null } = calendar.data ?? {};
  return (
    <Section id="calendar" title={t('calendar.title')}>
      <p className="muted">{t('calendar.says')}</p>
      {link && <LinkToHandOver link={link} close={() => setLink(null)} />}
      {active && (
        <p>
          {lastFetchedAt
            ? t('calendar.fetched', { when: instantInWords(lastFetchedAt, zone, i18n.language) })
            : t('calendar.notFetched')}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" size="sm" loading={create.isPending} onClick={() => create.mutate()}>
          {t(active ? 'calendar.again' : 'calendar.create')}
        </Button>
        {active && (
          <Button variant="subtle" size="sm" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('calendar.revoke')}
          </Button>
        )}
      </div>
      <ProblemNotice error={calendar.error ?? create.error ?? revoke.error} />
    </Section>
  );
}
