import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patternsReport } from '../../api/client.js';
import type { Language } from '../../i18n/languages.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { FiguresTable } from './figures-table.js';
import { asked, asQuery, type PatternFilters } from './filters.js';
import styles from './patterns.module.css';
import { reportNames, type ReportName } from './report-names.js';

/** Any report: its picture, the table behind it, and how its figures are made. Which one stands in the address. */
export function ReportSection({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const navigate = useNavigate();
  const { report, ...rest } = filters;
  const choose = (name: string) =>
    void navigate({
      to: '/patterns',
      search: name ? { ...rest, report: name as ReportName } : rest,
      replace: true,
      resetScroll: false,
    });
  return (
    <div id="report">
      <Section title={t('report.title')}>
        <div className={styles.choice}>
          <NativeSelect
            label={t('report.which')}
            value={report ?? ''}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value="">{t('report.none')}</option>
            {reportNames.map((name) => (
              <option key={name} value={name}>
                {t(`release.reports.${name}`)}
              </option>
            ))}
          </NativeSelect>
        </div>
        {report && <OneReport name={report} filters={filters} />}
      </Section>
    </div>
  );
}

function OneReport({ name, filters }: { name: ReportName; filters: PatternFilters }) {
  const { t, i18n } = useTranslation('patterns');
  const { language } = i18n;
  const { compareFrom, compareTo } = filters;
  const compared = name === 'charges' && compareFrom && compareTo ? { compareFrom, compareTo } : undefined;
  const query = useQuery({
    queryKey: ['patterns', 'report', name, asked(filters), compared, language],
    queryFn: () => patternsReport(name, { ...asked(filters), ...compared, language: language as Language }),
    placeholderData: keepPreviousData,
  });
  const report = query.data;
  return (
    <>
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting />}
      {report?.name === name && (
        <article aria-label={t(`release.reports.${name}`)} className={styles.report}>
          <p>{report.question}</p>
          {report.chart && report.rows.length > 0 && (
            <img
              className={styles.picture}
              src={`/api/patterns/${name}.svg?${asQuery(filters, { ...compared, language })}`}
              alt={t('report.picture', { title: t(`release.reports.${name}`) })}
            />
          )}
          {report.rows.length === 0 ? <p className="muted">{t('report.empty')}</p> : <FiguresTable report={report} />}
          {report.notes.length > 0 && (
            <ul>
              {report.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <details>
            <summary>{t('report.methods')}</summary>
            <ul>
              {report.methods.map((method) => (
                <li key={method}>{method}</li>
              ))}
            </ul>
          </details>
          <p>
            <a href={`/api/patterns/${name}?${asQuery(filters, { ...compared, format: 'csv' })}`} download>
              {t('report.table')}
            </a>
          </p>
        </article>
      )}
    </>
  );
}
