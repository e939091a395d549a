import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lockdownBegin, lockdownEnd, type OrganizationAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { organizationQuery } from './queries.js';
import styles from './settings.module.css';

/** For the day on which a device is seized: everybody out at once, in two taps, and the way back. */
export function LockdownSection() {
  const { t, i18n } = useTranslation('settings');
  const zone = useZone();
  const client = useQueryClient();
  const { data: organization } = useSuspenseQuery(organizationQuery);
  const [asking, setAsking] = useState(false);
  const changed = (now: OrganizationAnswer) => {
    client.setQueryData(organizationQuery.queryKey, now);
    void client.invalidateQueries({ queryKey: ['sessions'] });
    setAsking(false);
  };
  const begin = useMutation({ mutationFn: () => lockdownBegin(), onSuccess: changed });
  const end = useMutation({ mutationFn: () => lockdownEnd(), onSuccess: changed });
  const close = () => {
    setAsking(false);
    begin.reset();
  };
  const since = organization.lockedDownAt;
  return (
    <Section id="lockdown" title={t('lockdown.title')}>
      <p>
        {since ? t('lockdown.holds', { since: instantInWords(since, zone, i18n.language) }) : t('lockdown.whatFor')}
      </p>
      {since ? (
        <>
          <p className="muted">{t('lockdown.endSays')}</p>
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t('lockdown.end')}
          </Button>
          <ProblemNotice error={end.error} />
        </>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('lockdown.begin')}
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={close}
        title={t('lockdown.ask')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ul className={styles.effects}>
          <li>{t('lockdown.everybodyOut')}</li>
          <li>{t('lockdown.tokensAndLinks')}</li>
          <li>{t('lockdown.onlyAdministrators')}</li>
          <li>{t('lockdown.remindersGoOn')}</li>
          <li>{t('lockdown.untilEnded')}</li>
        </ul>
        <div className={styles.actions}>
          <Button loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('lockdown.now')}
          </Button>
          <Button variant="default" data-autofocus onClick={close}>
            {t('common:cancel')}
          </Button>
        </div>
        <ProblemNotice error={begin.error} />
      </Modal>
    </Section>
  );
}
