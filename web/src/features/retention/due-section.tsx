import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueReview } from '../../api/client.js';
import { addDays, dayInWords, today } from '../../lib/days.js';
import { useMay, useZone } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import settings from '../settings/settings.module.css';
import { Decide } from './decide.js';
import { dueQuery } from './queries.js';

const aYear = 366;

/** Closed files of which somebody has to say whether they are still needed. */
export function DueSection() {
  const { t } = useTranslation('retention');
  const now = today(useZone());
  const [ahead, setAhead] = useState(false);
  const due = useInfiniteQuery(dueQuery(ahead ? addDays(now, aYear) : now));
  return (
    <Section title={t('due.title')}>
      <p className="muted">{t('due.says')}</p>
      <Checkbox
        label={t('due.ahead')}
        checked={ahead}
        onChange={({ currentTarget }) => setAhead(currentTarget.checked)}
      />
      <LongList
        query={due}
        none={t(ahead ? 'due.noneAhead' : 'due.none')}
        line={(review) => <DueLine key={review.clientId} review={review} now={now} />}
      />
    </Section>
  );
}

function DueLine({ review, now }: { review: DueReview; now: string }) {
  const { t, i18n } = useTranslation(['retention', 'client']);
  const may = useMay();
  const [deciding, setDeciding] = useState(false);
  const { clientId, code, closingReason, retentionClass, reviewOn, legalHold, purgeId, purgesOn } = review;
  const isDue = reviewOn !== null && reviewOn <= now;
  const day = (date: string) => dayInWords(date, i18n.language);
  return (
    <li>
      <div className={settings.line}>
        <CaseCode clientId={clientId}>{code}</CaseCode>
        {reviewOn && <span>{t(isDue ? 'due.since' : 'due.on', { day: day(reviewOn) })}</span>}
        {closingReason && (
          <span className="muted">{t([`values.closingReason.${closingReason}`, `values.any.${closingReason}`])}</span>
        )}
        <span className="muted">{t(`class.${retentionClass}`)}</span>
        {!deciding && may('retention.review') && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('due.decide')}: ${code}`}
            onClick={() => setDeciding(true)}
          >
            {t('due.decide')}
          </Button>
        )}
      </div>
      {legalHold && <span className="muted">{t('due.held')}</span>}
      {purgeId && <span className="muted">{t('due.proposed')}</span>}
      {purgesOn && <span className={settings.owed}>{t('due.purgesOn', { day: day(purgesOn) })}</span>}
      {deciding && <Decide review={review} close={() => setDeciding(false)} />}
    </li>
  );
}
