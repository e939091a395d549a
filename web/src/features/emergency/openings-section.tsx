import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { breakGlassEnd, breakGlassReview, type BreakGlassAnswer, type ReviewBreakGlass } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMay, useMe, useZone } from '../../lib/session.js';
import { useNow } from '../../lib/use-now.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import settings from '../settings/settings.module.css';
import { openingsQuery } from './queries.js';

/** Restricted cases that were opened in an emergency: for supervisors to look into, for auditors to see. */
export function OpeningsSection() {
  const { t } = useTranslation('emergency');
  const [all, setAll] = useState(false);
  const openings = useInfiniteQuery(openingsQuery(all));
  return (
    <Section title={t('openings')}>
      <p className="muted">{t('openingsSay')}</p>
      <Checkbox label={t('showAll')} checked={all} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
      <LongList
        query={openings}
        none={t(all ? 'noOpenings' : 'allLookedInto')}
        line={(opening) => <OpeningLine key={opening.id} opening={opening} />}
      />
    </Section>
  );
}

function OpeningLine({ opening }: { opening: BreakGlassAnswer }) {
  const { t, i18n } = useTranslation('emergency');
  const me = useMe();
  const zone = useZone();
  const reviews = useMay()('break_glass.review');
  const now = useNow(30_000);
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['openings'] });
    void client.invalidateQueries({ queryKey: ['clients'] });
  };
  const review = useMutation({
    mutationFn: (finding: ReviewBreakGlass['finding']) => breakGlassReview(opening.id, { finding }),
    onSettled: refresh,
  });
  const end = useMutation({ mutationFn: () => breakGlassEnd(opening.id), onSettled: refresh });
  const { code, userName, userId, createdAt, expiresAt, endedAt, purpose, reason, reviewedAt, finding } = opening;
  const isOpen = !endedAt && Date.parse(expiresAt) > now;
  const isOwn = userId === me.user.id;
  const words = (instant: string) => instantInWords(instant, zone, i18n.language);
  return (
    <li>
      <div className={settings.line}>
        <span className="code">{code}</span>
        <strong>{userName}</strong>
        <time dateTime={createdAt}>{words(createdAt)}</time>
        <span className="muted">{t(`purposes.${purpose}`)}</span>
        {isOpen && <span className={settings.owed}>{t('openUntil', { until: words(expiresAt) })}</span>}
      </div>
      {reason && <blockquote className={settings.said}>{reason}</blockquote>}
      {reviewedAt && finding && <span className="muted">{t(`finding.${finding}`)}</span>}
      {reviews && isOwn && !reviewedAt && <span className="muted">{t('own')}</span>}
      {reviews && ((!isOwn && !reviewedAt) || isOpen) && (
        <div className={settings.actions}>
          {!isOwn &&
            !reviewedAt &&
            (['justified', 'questioned'] as const).map((one) => (
              <Button
                key={one}
                size="compact-sm"
                variant="default"
                aria-label={`${t(`find.${one}`)}: ${code}, ${userName}`}
                loading={review.isPending && review.variables === one}
                onClick={() => review.mutate(one)}
              >
                {t(`find.${one}`)}
              </Button>
            ))}
          {isOpen && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${t('end')}: ${code}, ${userName}`}
              loading={end.isPending}
              onClick={() => end.mutate()}
            >
              {t('end')}
            </Button>
          )}
        </div>
      )}
      <ProblemNotice error={review.error ?? end.error} />
    </li>
  );
}
