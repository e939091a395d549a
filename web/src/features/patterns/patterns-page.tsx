import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patternsOverview } from '../../api/client.js';
import { useMay } from '../../lib/session.js';
import { Empty, Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { ComparisonSection } from './comparison-section.js';
import { Filters } from './filter-bar.js';
import { asked, asQuery } from './filters.js';
import { Findings } from './findings.js';
import { NewsSection } from './news-section.js';
import styles from './patterns.module.css';
import { ReleaseSection } from './release-section.js';
import { ReportSection } from './report-section.js';

/** The supervisor's questions, answered in sentences over all cases; figures name nobody. */
export function PatternsPage() {
  const { t, i18n } = useTranslation('patterns');
  const may = useMay();
  const filters = useSearch({ from: '/signed-in/frame/patterns' });
  const { compareFrom, compareTo } = filters;
  const overview = useQuery({
    queryKey: ['patterns', 'overview', asked(filters)],
    queryFn: () => patternsOverview(asked(filters)),
    placeholderData: keepPreviousData,
  });
  const language: Record<string, string> = i18n.language === 'es' ? { language: 'es' } : {};
  return (
    <Page
      title={t('common:place.patterns')}
      actions={
        <span className={styles.files}>
          <a href={`/api/patterns/book.pdf?${asQuery(filters, language)}`} download>
            {t('book')}
          </a>
          <a href={`/api/patterns/book.xlsx?${asQuery(filters)}`} download>
            {t('workbook')}
          </a>
        </span>
      }
    >
      <Filters filters={filters} />
      <ProblemNotice error={overview.error} retry={() => void overview.refetch()} />
      {overview.isPending && <Waiting />}
      {overview.data && <NewsSection report={overview.data} />}
      {compareFrom && compareTo && <ComparisonSection filters={filters} before={{ compareFrom, compareTo }} />}
      {overview.data?.n === 0 && <Empty>{t('none')}</Empty>}
      {overview.data && overview.data.n > 0 && <Findings report={overview.data} />}
      <ReportSection filters={filters} />
      {may('release.read') && <ReleaseSection filters={filters} />}
    </Page>
  );
}
