import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newsAcknowledge, newsAlerts, type OverviewReport, type PatternAlertAnswer } from '../../api/client.js';
import { KeptDraft, useKeeping } from '../../forms/kept-draft.js';
import { addDays, dayInWords } from '../../lib/days.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { allPages } from '../settings/queries.js';
import { useAlertWords } from './alert-words.js';
import { Bars } from './bars.js';
import { Finding } from './finding.js';
import styles from './patterns.module.css';

const alertsKey = ['patterns', 'alerts'];

/** What came this week, what of it is more than usual, why the figures say so, and what the office made of it. */
export function NewsSection({ report }: { report: OverviewReport }) {
  const { t, i18n } = useTranslation('patterns');
  const words = useAlertWords();
  const alerts = useQuery({ queryKey: alertsKey, queryFn: () => allPages(newsAlerts) });
  const open = alerts.data?.filter(({ acknowledgedAt }) => !acknowledgedAt) ?? [];
  const known = alerts.data?.filter(({ acknowledgedAt }) => acknowledgedAt) ?? [];
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
  return (
    <Section title={t('new')}>
      <ProblemNotice error={alerts.error} retry={() => void alerts.refetch()} />
      {open.length > 0 && (
        <ul className={`bare ${styles.alerts}`}>
          {open.map((alert) => (
            <OpenAlert key={alert.id} alert={alert} words={words(alert)} />
          ))}
        </ul>
      )}
      <Finding says={t('newThisWeek', { count: report.newThisWeek, day: dayInWords(report.weekOf, i18n.language) })}>
        <Bars
          caption={t('byMonth')}
          heads={[t('month'), t('letters')]}
          bars={report.lettersByMonth.map(({ month, n: count }) => ({ label: monthName(month), n: count }))}
        />
      </Finding>
      {known.length > 0 && (
        <Finding says={t('news.known', { count: known.length })}>
          <ul className={`bare ${styles.alerts}`}>
            {known.map((alert) => (
              <li key={alert.id}>
                <span>{words(alert)}</span>
                <p className="muted">{alert.note}</p>
              </li>
            ))}
          </ul>
        </Finding>
      )}
    </Section>
  );
}

function OpenAlert({ alert, words }: { alert: PatternAlertAnswer; words: string }) {
  const { t, i18n } = useTranslation('patterns');
  const may = useMay();
  const { n, past, bound, method, adjustedChance, series, week } = alert;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const weeks = [...past, n];
  return (
    <li>
      <strong>{words}</strong>
      <Finding says={t('news.why')}>
        <p>
          {t('news.explained', {
            n,
            bound: number.format(bound),
            method,
            count: series,
            chance: new Intl.NumberFormat(i18n.language, { style: 'percent', maximumSignificantDigits: 2 }).format(
              adjustedChance,
            ),
          })}
        </p>
        <Bars
          caption={t('news.weeks')}
          heads={[t('news.week'), t('letters')]}
          bars={weeks.map((count, at) => ({
            label: dayInWords(addDays(week, (at - past.length) * 7), i18n.language),
            n: count,
          }))}
        />
      </Finding>
      {may('patterns.acknowledge') && (
        <KeptDraft form={keptAs(alert.id)} empty={empty}>
          {(begun) => <Acknowledgement id={alert.id} begun={begun} />}
        </KeptDraft>
      )}
    </li>
  );
}

const empty = { note: '' };
const keptAs = (id: string) => `alert ${id}`;

/** What the office made of it. */
function Acknowledgement({ id, begun }: { id: string; begun: typeof empty }) {
  const { t } = useTranslation('patterns');
  const client = useQueryClient();
  const [written, setWritten] = useState(begun);
  const { note } = written;
  const letGo = useKeeping(keptAs(id), written === empty ? undefined : written);
  const acknowledging = useMutation({
    mutationFn: () => newsAcknowledge(id, { note: note.trim() }),
    onSuccess: () => {
      letGo();
      return client.invalidateQueries({ queryKey: alertsKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    acknowledging.mutate();
  };
  return (
    <form onSubmit={submit} className={styles.acknowledge}>
      <Textarea
        label={t('news.note')}
        description={t('news.noteHint')}
        value={note}
        maxLength={1000}
        error={messagesByField(acknowledging.error).note}
        onChange={({ currentTarget }) => setWritten({ note: currentTarget.value })}
      />
      <ProblemNotice error={acknowledging.error} />
      <Button type="submit" variant="default" loading={acknowledging.isPending} disabled={note.trim() === ''}>
        {t('news.acknowledge')}
      </Button>
    </form>
  );
}
