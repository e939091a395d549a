import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patternsOverview } from '../../api/client.js';
import { Empty, Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { Filters } from './filter-bar.js';
import { Findings } from './findings.js';
import { ReleaseSection } from './release-section.js';

/** The supervisor's questions, answered in sentences over all cases; figures name nobody. */
export function PatternsPage() {
  const { t } = useTranslation('patterns');
  const filters = useSearch({ from: '/signed-in/frame/patterns' });
  const { from, ...rest } = filters;
  const overview = useQuery({
    queryKey: ['patterns', 'overview', filters],
    queryFn: () => patternsOverview({ ...rest, ...(from ? { $from: from } : {}) }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('common:place.patterns')}
      actions={
        <a href={`/api/patterns/book.pdf?${new URLSearchParams({ ...filters })}`} download>
          {t('book')}
        </a>
      }
    >
      <Filters filters={filters} />
      <ProblemNotice error={overview.error} retry={() => void overview.refetch()} />
      {overview.isPending && <Waiting />}
      {overview.data?.n === 0 && <Empty>{t('none')}</Empty>}
      {overview.data && overview.data.n > 0 && <Findings report={overview.data} />}
      <ReleaseSection filters={filters} />
    </Page>
  );
}
