import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patternsOverview, type OverviewReport } from '../../api/client.js';
import { dayInWords, daysBetween, today } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import table from '../../ui/table.module.css';
import { Waiting } from '../../ui/waiting.js';
import { asked, type PatternFilters } from './filters.js';
import { PairedBars } from './paired-bars.js';
import styles from './patterns.module.css';

interface Props {
  filters: PatternFilters;
  before: { compareFrom: string; compareTo: string };
}

const useOverview = (filters: PatternFilters) =>
  useQuery({
    queryKey: ['patterns', 'overview', asked(filters)],
    queryFn: () => patternsOverview(asked(filters)),
    placeholderData: keepPreviousData,
  });

/** Two periods beside each other. Periods may differ in length, so letters stand as a rate too. */
export function ComparisonSection({ filters, before: { compareFrom, compareTo } }: Props) {
  const { t, i18n } = useTranslation('patterns');
  const now = today(useZone());
  const earlier = useOverview({ ...filters, from: compareFrom, to: compareTo });
  const later = useOverview(filters);
  const period = (from: string | undefined, to: string | undefined) =>
    `${from ? dayInWords(from, i18n.language) : t('compare.beginning')} – ${to ? dayInWords(to, i18n.language) : t('compare.now')}`;
  const names: [string, string] = [period(compareFrom, compareTo), period(filters.from, filters.to)];
  const both = earlier.data && later.data ? ([earlier.data, later.data] as const) : undefined;
  const days = [
    daysBetween(compareFrom, compareTo) + 1,
    filters.from ? daysBetween(filters.from, filters.to ?? now) + 1 : undefined,
  ];
  return (
    <Section title={t('compare.title')}>
      <ProblemNotice error={earlier.error ?? later.error} retry={() => void earlier.refetch()} />
      {!both && !earlier.error && <Waiting />}
      {both && (
        <>
          <table className={`${table.table} ${table.cards} ${styles.sides}`} aria-label={t('compare.table')}>
            <thead>
              <tr>
                <td />
                {names.map((name, at) => (
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Row says={t('letters')} of={both} names={names} cell={({ n }) => n} />
              <Row
                says={t('compare.perMonth')}
                of={both}
                names={names}
                cell={({ n }, at) => rate(n, days[at], i18n.language)}
              />
              <Row
                says={t('compare.lag')}
                of={both}
                names={names}
                cell={({ lag: { median, q1, q3, n } }) =>
                  median === null || q1 === null || q3 === null
                    ? '–'
                    : t('compare.lagIs', { median: tenth(median), q1: tenth(q1), q3: tenth(q3), n })
                }
              />
              <Row
                says={t('compare.detained')}
                of={both}
                names={names}
                cell={({ detained: { n, of, wilson } }) =>
                  of === 0 || !wilson
                    ? '–'
                    : t('compare.detainedIs', { n, of, low: percent(wilson.low), high: percent(wilson.high) })
                }
              />
            </tbody>
          </table>
          <PairedBars
            caption={t('lagBins')}
            heads={[t('days'), ...names]}
            bars={both[0].lag.bins.map(({ from, to, n }, at) => ({
              label: to === null ? `${from}+` : `${from}–${to}`,
              earlier: n,
              later: both[1].lag.bins[at]?.n ?? 0,
            }))}
          />
          <p>
            <Link to="/patterns" search={{ ...filters, report: 'charges' }} hash="report">
              {t('compare.charges')}
            </Link>
          </p>
        </>
      )}
    </Section>
  );
}

const tenth = (days: number) => Math.round(days * 10) / 10;
const percent = (share: number) => Math.round(share * 100);

/** Letters in thirty days; of a period without a beginning nobody can say. */
const rate = (n: number, days: number | undefined, language: string) =>
  days ? new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format((n / days) * 30) : '–';

interface RowProps {
  says: string;
  of: readonly [OverviewReport, OverviewReport];
  names: readonly [string, string];
  cell: (report: OverviewReport, at: number) => string | number;
}

function Row({ says, of, names, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">{says}</th>
      {of.map((report, at) => (
        <td key={at} data-label={names[at]}>
          {cell(report, at)}
        </td>
      ))}
    </tr>
  );
}
