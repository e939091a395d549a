import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { releasableReports } from '../../api/choices.js';
import { releasesPreview, releasesPublish, type ReleasePreview } from '../../api/client.js';
import type { Language } from '../../i18n/languages.js';
import { periodInWords } from '../../lib/days.js';
import { messagesByField } from '../../lib/problem.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { asked, type PatternFilters } from './filters.js';
import styles from './patterns.module.css';
import { ReleaseTable } from './release-table.js';

export const releasesKey = ['patterns', 'releases'];

/** `own`: as the report groups where it is not told. Which others a report knows, the server says. */
const groupings = ['own', 'month', 'county', 'place', 'office', 'chargeLevel'] as const;
const steps = ['choose', 'look', 'say'] as const;
type Step = (typeof steps)[number];

/** Figures on their way out, in three steps: choose them, look at what is hidden and why, say for whom they leave. */
export function ReleaseWizard({ filters }: { filters: PatternFilters }) {
  const { t, i18n } = useTranslation('patterns');
  const client = useQueryClient();
  const [step, setStep] = useState<Step>('choose');
  const [report, setReport] = useState<(typeof releasableReports)[number]>('overview');
  const [groupBy, setGroupBy] = useState<(typeof groupings)[number]>('own');
  const [shown, setShown] = useState<(string | null)[]>([]);
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const { $from, ...rest } = asked(filters);
  const wanted = (keys: (string | null)[]) => ({
    ...rest,
    ...($from ? { from: $from } : {}),
    report,
    ...(groupBy === 'own' ? {} : { groupBy }),
    ...(keys.length > 0 ? { shownSmall: keys.map((key) => ({ key })) } : {}),
  });
  const preview = useMutation({
    mutationFn: (keys: (string | null)[]) => releasesPreview(wanted(keys), { language: i18n.language as Language }),
    onSuccess: (_, keys) => {
      setShown(keys);
      setStep('look');
    },
  });
  const publish = useMutation({
    mutationFn: () => releasesPublish({ ...wanted(shown), reason: reason.trim() }),
    onSuccess: () => {
      setReason('');
      setShown([]);
      setStep('choose');
    },
    onSettled: () => client.invalidateQueries({ queryKey: releasesKey }),
  });
  // Whoever works by keyboard or ear is taken to where the next step begins.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [step]);
  const submit = (act: () => void) => (event: FormEvent) => {
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.wizard}>
      <ol className={styles.steps}>
        {steps.map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {t(`release.step.${one}`)}
          </li>
        ))}
      </ol>
      <h3 ref={heading} tabIndex={-1}>
        {t(`release.step.${step}`)}
      </h3>
      {step === 'choose' && (
        <form
          className={styles.filters}
          onSubmit={submit(() => {
            publish.reset();
            preview.mutate([]);
          })}
        >
          <NativeSelect
            label={t('release.report')}
            value={report}
            data={releasableReports.map((value) => ({ value, label: t(`release.reports.${value}`) }))}
            onChange={({ currentTarget }) => setReport(currentTarget.value as typeof report)}
          />
          <NativeSelect
            label={t('release.groupBy')}
            value={groupBy}
            data={groupings.map((value) => ({ value, label: t(`release.groupings.${value}`) }))}
            onChange={({ currentTarget }) => setGroupBy(currentTarget.value as typeof groupBy)}
          />
          <Button type="submit" variant="default" loading={preview.isPending}>
            {t('release.preview')}
          </Button>
        </form>
      )}
      {preview.error && <ProblemNotice error={preview.error} />}
      {step === 'look' && preview.data && (
        <>
          <ReleaseTable preview={preview.data} />
          <SmallRows preview={preview.data} shown={shown} busy={preview.isPending} show={preview.mutate} />
          <div className={styles.buttons}>
            <Button onClick={() => setStep('say')}>{t('release.next')}</Button>
            <Button variant="default" onClick={() => setStep('choose')}>
              {t('release.back')}
            </Button>
          </div>
        </>
      )}
      {step === 'say' && (
        <form onSubmit={submit(() => publish.mutate())}>
          <p>{t(shown.length > 0 ? 'release.willWait' : 'release.willLeave')}</p>
          <Textarea
            label={t('release.reason')}
            description={t('release.reasonHint')}
            value={reason}
            maxLength={500}
            error={messagesByField(publish.error).reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <ProblemNotice error={publish.error} />
          <div className={styles.buttons}>
            <Button type="submit" loading={publish.isPending} disabled={reason.trim().length < 10}>
              {t(shown.length > 0 ? 'release.propose' : 'release.publish')}
            </Button>
            <Button variant="default" onClick={() => setStep('look')}>
              {t('release.back')}
            </Button>
          </div>
        </form>
      )}
      <p role="status">{publish.data && t(publish.data.state === 'proposed' ? 'release.proposed' : 'release.done')}</p>
    </div>
  );
}

interface SmallRowsProps {
  preview: ReleasePreview;
  /** Keys of the rows that are shown whole. */
  shown: (string | null)[];
  busy: boolean;
  show: (keys: (string | null)[]) => void;
}

/** Rows whose small figures may be shown after all, where everybody in them agreed and a second person does. */
function SmallRows({ preview: { report, hidden }, shown, busy, show }: SmallRowsProps) {
  const { t, i18n } = useTranslation('patterns');
  const rows = report.rows as { key: string | null; label?: string }[];
  const small = rows.filter(
    ({ key }, at) => shown.includes(key) || hidden.some(({ row, why }) => row === at && why === 'small'),
  );
  if (small.length === 0) return null;
  return (
    <details className={styles.small} open={shown.length > 0 || undefined}>
      <summary>{t('release.small')}</summary>
      <p>{t('release.smallSays')}</p>
      <div role="group" aria-label={t('release.small')}>
        {small.map(({ key, label }) => (
          <Checkbox
            key={key ?? ''}
            mt="xs"
            label={(label ?? key) ? periodInWords(label ?? key ?? '', i18n.language) : t('noPlace')}
            checked={shown.includes(key)}
            disabled={busy}
            onChange={({ currentTarget }) =>
              show(currentTarget.checked ? [...shown, key] : shown.filter((other) => other !== key))
            }
          />
        ))}
      </div>
    </details>
  );
}
