import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalInWords } from '../../i18n/index.js';
import { intakeCreate, type IntakeAnswer } from '../../api/client.js';
import { useDraftAround, type Values } from '../../forms/draft.js';
import { dayAt, dayInWords, timeAt } from '../../lib/days.js';
import { problemOf } from '../../lib/problem.js';
import { PersonName } from '../../ui/person-name.js';
import styles from './intake.module.css';

/** Asks the server what saving would do, and says so: lag, notice, who is here already, doubts, reminders. */
export function WhatWillHappen({ body }: { body: Values }) {
  const { t } = useTranslation('intake');
  const [unfolded, setUnfolded] = useState(false);
  const [asked] = useDebouncedValue(JSON.stringify(body), 450);
  const told =
    Object.keys(body).some((name) => name !== 'client' && name !== 'clientId') ||
    body.clientId !== undefined ||
    nameIn(body) !== '?';
  const { data, error } = useQuery({
    queryKey: ['intake', asked],
    queryFn: () => intakeCreate(JSON.parse(asked) as never, { dryRun: true }),
    enabled: told,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  useMessages(error);
  return (
    <aside className={styles.panel} data-unfolded={unfolded || undefined} aria-label={t('will.title')}>
      <button
        type="button"
        className={styles.strip}
        aria-expanded={unfolded}
        onClick={() => setUnfolded((shown) => !shown)}
      >
        {data && told ? <Brief answer={data} /> : t('will.nothing')}
      </button>
      <div className={styles.panelInside} aria-live="polite">
        <h2>{t('will.title')}</h2>
        {data && told ? <Told answer={data} /> : <p className="muted">{t('will.nothing')}</p>}
      </div>
    </aside>
  );
}

const nameIn = (body: Values) => (body.client as Values | undefined)?.legalName;

/** What is impossible stands at its field at once; what is merely missing waits until somebody saves. */
function useMessages(error: unknown): void {
  const { fail } = useDraftAround();
  useEffect(() => {
    for (const { field, code, message } of problemOf(error).errors ?? [])
      if (code !== 'field.required') fail(field, message);
  }, [error, fail]);
}

function Brief({ answer }: { answer: IntakeAnswer }) {
  const { t } = useTranslation('intake');
  return [
    answer.lagDays !== null && t('will.lag', { count: answer.lagDays }),
    answer.noticeDays !== null && t('will.notice', { count: answer.noticeDays }),
    t('will.reminders', { count: answer.reminders.length }),
    answer.warnings.length > 0 && t('will.doubts', { count: answer.warnings.length }),
  ]
    .filter(Boolean)
    .join(' ');
}

function Told({ answer }: { answer: IntakeAnswer }) {
  const { t, i18n } = useTranslation(['intake', 'letter']);
  const { lagDays, noticeDays, proposedTrigger } = answer;
  return (
    <>
      {lagDays !== null && <p className={styles.figure}>{t('will.lag', { count: lagDays })}</p>}
      {proposedTrigger && (
        <p className="muted">{t('will.trigger', { day: dayInWords(proposedTrigger.takenOn, i18n.language) })}</p>
      )}
      {noticeDays !== null && <p className={styles.figure}>{t('will.notice', { count: noticeDays })}</p>}
      {answer.possibleDuplicates.length > 0 && <Duplicates answer={answer} />}
      {answer.warnings.map(({ field, code, message }) => (
        <p key={`${field} ${code}`} className={styles.doubt}>
          {refusalInWords(code, message)}
        </p>
      ))}
      <h3>{t('will.reminders', { count: answer.reminders.length })}</h3>
      <Reminders answer={answer} />
    </>
  );
}

function Duplicates({ answer }: { answer: IntakeAnswer }) {
  const { t } = useTranslation('intake');
  const draft = useDraftAround();
  return (
    <div className={styles.doubt}>
      <strong>{t('will.duplicates')}</strong>
      {answer.possibleDuplicates.map((one) => (
        <div key={one.clientId}>
          <Link to="/cases/$clientId" params={{ clientId: one.clientId }} target="_blank" className="code">
            {one.code}
          </Link>{' '}
          <PersonName legalName={one.legalName} />{' '}
          <span className="muted">
            {t('will.same', { what: one.matchedOn.map((what) => t(`will.matched.${what}`)).join(', ') })}
          </span>{' '}
          <button type="button" className={styles.inline} onClick={() => draft.set('clientId', one.clientId)}>
            {t('person.use')}
          </button>
        </div>
      ))}
    </div>
  );
}

function Reminders({ answer: { reminders } }: { answer: IntakeAnswer }) {
  const { t, i18n } = useTranslation('intake');
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <ul className={styles.reminders}>
      {reminders.map(({ id, dueAt, zone, recipientType, channel, language }) => (
        <li key={id}>
          <time dateTime={dueAt}>
            {dayInWords(dayAt(dueAt, zone), i18n.language)}, {timeAt(dueAt, zone)}
          </time>{' '}
          {t(`will.to.${recipientType}`)}{' '}
          <span className="muted">
            ({t(`will.channel.${channel}`)}, {languages.of(language)})
          </span>
        </li>
      ))}
    </ul>
  );
}
