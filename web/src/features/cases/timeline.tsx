import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDraftKept } from '../../forms/sealed-drafts.js';
import { dayInWords } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { Empty } from '../../ui/page.js';
import { factsOf, type Fact, type Records } from './facts.js';
import { keptRecord, RecordEditor } from './record-editor.js';
import styles from './timeline.module.css';

interface Props {
  clientId: string;
  records: Records;
  open: boolean;
}

/** The spine of a case: dated facts, one line each; editing happens where the fact stands. */
export function Timeline({ clientId, records, open }: Props) {
  const { t } = useTranslation('cases');
  const facts = factsOf(records);
  const [editing, setEditing] = useState(
    () => facts.find(({ kind, record }) => isDraftKept(keptRecord(kind, record.id)))?.key,
  );
  if (facts.length === 0) return <Empty>{t('noFacts')}</Empty>;
  const lastChained = facts.findLastIndex(({ chained }) => chained);
  const firstChained = facts.findIndex(({ chained }) => chained);
  return (
    <ol className={styles.spine}>
      {facts.map((fact, at) => (
        <li
          key={fact.key}
          className={styles.fact}
          data-chained={fact.chained || undefined}
          data-from={(at > firstChained && at <= lastChained && firstChained >= 0) || undefined}
          data-to={(at >= firstChained && at < lastChained && firstChained >= 0) || undefined}
        >
          {editing === fact.key ? (
            <RecordEditor
              kind={fact.kind}
              clientId={clientId}
              record={fact.record}
              done={() => setEditing(undefined)}
            />
          ) : (
            <FactLine fact={fact} edit={open ? () => setEditing(fact.key) : undefined} />
          )}
        </li>
      ))}
    </ol>
  );
}

function FactLine({ fact, edit }: { fact: Fact; edit?: () => void }) {
  const { t, i18n } = useTranslation(['cases', 'arrest', 'fingerprintEvent', 'letter', 'appointment', 'custodyEvent']);
  const may = useMay();
  return (
    <div className={`ends ${styles.line}`}>
      <time className={styles.day} dateTime={fact.day}>
        {dayInWords(fact.day, i18n.language)}
        {fact.time && `, ${fact.time}`}
        {fact.precision && <span className="muted"> {t(`arrest:values.any.${fact.precision}`)}</span>}
      </time>
      <div>
        {fact.gap !== undefined && fact.gap > 0 && (
          <span className={styles.gap}>{t('daysAfter', { count: fact.gap })}</span>
        )}
        <span>
          <strong>{t(`fact.${fact.what}`)}</strong> <FactDetails fact={fact} />
        </span>
        {fact.what === 'appointment' && (
          <span className={styles.more}>
            <Link to="/appointments/$appointmentId" params={{ appointmentId: fact.record.id }}>
              {t('dayPage')}
            </Link>
          </span>
        )}
      </div>
      {edit && may('case.write') && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={edit}
          aria-label={t('changeFact', { fact: t(`fact.${fact.what}`) })}
        >
          {t('common:change')}
        </Button>
      )}
    </div>
  );
}

function FactDetails({ fact: { kind, what, record } }: { fact: Fact }) {
  const { t } = useTranslation(['cases', 'arrest', 'fingerprintEvent', 'letter', 'appointment', 'custodyEvent']);
  const choice = (field: string) => {
    const value = record[field];
    return typeof value === 'string' && value !== 'unknown'
      ? t([`${kind}:values.${field}.${value}`, `${kind}:values.any.${value}`])
      : undefined;
  };
  const text = (field: string) => (typeof record[field] === 'string' ? record[field] : undefined);
  const parts = {
    arrested: [choice('agency'), text('chargeDescription'), choice('chargeLevel'), choice('disposition')],
    printed: [choice('agency'), choice('reason'), choice('civilReason')],
    dated: [],
    received: [
      choice('form'),
      text('reportingPlaceName'),
      record.triggerProposed ? t('triggerProposed') : undefined,
      choice('decision'),
    ],
    appointment: [choice('kind'), text('placeName'), choice('outcome') ?? choice('status')],
    custody: [choice('kind'), text('facilityName'), choice('basis'), text('court'), choice('releaseReason')],
  }[what];
  return <span>{parts.filter(Boolean).join(' · ')}</span>;
}
