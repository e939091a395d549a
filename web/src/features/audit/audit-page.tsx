import { Button, NativeSelect } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { auditEventNames } from '../../api/choices.js';
import { auditExport, auditList, type AuditEventName } from '../../api/client.js';
import { DayInput } from '../../forms/day-input.js';
import { saveText } from '../../lib/save-file.js';
import { useMay } from '../../lib/session.js';
import { Empty, Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { AuditLine } from './audit-line.js';
import styles from './audit.module.css';
import { askedOf, type AuditFilters } from './filters.js';

const types = { csv: 'text/csv', json: 'application/json' };

const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      auditList({ ...askedOf(filters), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Each look is a line of its own; one is enough.
    refetchOnWindowFocus: false,
  });

/** Who did what, when; what is chosen stands in the address and can be taken out as a file. */
export function AuditPage() {
  const { t, i18n } = useTranslation('audit');
  const may = useMay();
  const filters = useSearch({ from: '/signed-in/frame/audit' });
  const navigate = useNavigate();
  const lines = useInfiniteQuery(auditQuery(filters));
  const items = lines.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (change: { [name in keyof AuditFilters]?: AuditFilters[name] | '' | null }) => {
    const next = Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value));
    void navigate({ to: '/audit', search: next, replace: true });
  };
  const taking = useMutation({
    mutationFn: async (format: keyof typeof types) =>
      saveText(`audit.${format}`, await auditExport(format, askedOf(filters)), types[format]),
  });
  const events = auditEventNames
    .map((name) => ({ value: name, label: t(`event.${name}`) }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <Page title={t('title')} wide>
      <p className={styles.says}>{t('says')}</p>
      <div className={styles.filters}>
        <NativeSelect
          label={t('which')}
          value={filters.event ?? ''}
          data={[{ value: '', label: t('all') }, ...events]}
          onChange={({ currentTarget }) => narrow({ event: currentTarget.value as AuditEventName })}
        />
        <DayInput label={t('from')} value={filters.from} lean="past" onChange={(from) => narrow({ from })} />
        <DayInput label={t('to')} value={filters.to} lean="past" onChange={(to) => narrow({ to })} />
      </div>
      <div className={styles.actions}>
        {(['user', 'client', 'record'] as const).map(
          (name) =>
            filters[name] && (
              <Button
                key={name}
                size="compact-sm"
                variant="light"
                aria-label={`${t(`only.${name}`)}: ${t('common:remove')}`}
                onClick={() => narrow({ [name]: undefined })}
              >
                {t(`only.${name}`)} ×
              </Button>
            ),
        )}
        {isNarrowed && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void navigate({ to: '/audit', search: {}, replace: true })}
          >
            {t('clear')}
          </Button>
        )}
      </div>
      {may('audit.export') && (
        <div className={styles.take}>
          <div className={styles.actions}>
            {(['csv', 'json'] as const).map((format) => (
              <Button
                key={format}
                variant="default"
                size="sm"
                loading={taking.isPending && taking.variables === format}
                onClick={() => taking.mutate(format)}
              >
                {t(format)}
              </Button>
            ))}
          </div>
          <p className="muted">{t('exportSays')}</p>
          <ProblemNotice error={taking.error} />
        </div>
      )}
      <ProblemNotice error={lines.error} retry={() => void lines.refetch()} />
      {lines.isPending && <Waiting />}
      {lines.isSuccess && items.length === 0 && <Empty>{t('none')}</Empty>}
      <ol className={`bare ${styles.lines}`}>
        {items.map((line) => (
          <AuditLine key={line.id} line={line} narrow={narrow} />
        ))}
      </ol>
      <div className={styles.actions}>
        {lines.hasNextPage && (
          <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
            {t('common:more')}
          </Button>
        )}
      </div>
    </Page>
  );
}
