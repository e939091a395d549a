import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  releasesApprove,
  releasesList,
  releasesPreview,
  releasesPublish,
  type ReleaseAnswer,
} from '../../api/client.js';
import { releasableReports } from '../../api/choices.js';
import { instantInWords } from '../../lib/days.js';
import { useMay, useMe, useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import type { PatternFilters } from './filters.js';
import styles from './patterns.module.css';
import { ReleaseTable } from './release-table.js';

/** `own`: as the report groups where it is not told. Which others a report knows, the server says. */
const groupings = ['own', 'month', 'county', 'place', 'office', 'chargeLevel'] as const;
const releasesKey = ['patterns', 'releases'];

/** Lets figures leave the office: choose, see what is hidden and why, say for whom; and what left before. */
export function ReleaseSection({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const may = useMay();
  const releases = useQuery({ queryKey: releasesKey, queryFn: () => releasesList({}) });
  return (
    <Section title={t('release.title')}>
      <p className="muted">{t('release.what')}</p>
      {may('release.publish') && <ReleaseForm filters={filters} />}
      <h3>{t('release.before')}</h3>
      <ProblemNotice error={releases.error} retry={() => void releases.refetch()} />
      {releases.isPending && <Waiting />}
      {releases.data?.items.length === 0 && <p className="muted">{t('release.none')}</p>}
      <ul>
        {releases.data?.items.map((release) => (
          <ReleaseLine key={release.id} release={release} />
        ))}
      </ul>
    </Section>
  );
}

function ReleaseForm({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const client = useQueryClient();
  const [report, setReport] = useState<(typeof releasableReports)[number]>('overview');
  const [groupBy, setGroupBy] = useState<(typeof groupings)[number]>('own');
  const [reason, setReason] = useState('');
  const asked = { ...filters, report, ...(groupBy === 'own' ? {} : { groupBy }) };
  const preview = useMutation({ mutationFn: () => releasesPreview(asked) });
  const publish = useMutation({
    mutationFn: () => releasesPublish({ ...asked, reason: reason.trim() }),
    onSuccess: () => {
      setReason('');
      preview.reset();
    },
    onSettled: () => client.invalidateQueries({ queryKey: releasesKey }),
  });
  const look = (event: FormEvent) => {
    event.preventDefault();
    publish.reset();
    preview.mutate();
  };
  const leave = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate();
  };
  return (
    <>
      <form onSubmit={look} className={styles.filters}>
        <NativeSelect
          label={t('release.report')}
          value={report}
          data={releasableReports.map((value) => ({ value, label: t(`release.reports.${value}`) }))}
          onChange={({ currentTarget }) => {
            setReport(currentTarget.value as typeof report);
            preview.reset();
          }}
        />
        <NativeSelect
          label={t('release.groupBy')}
          value={groupBy}
          data={groupings.map((value) => ({ value, label: t(`release.groupings.${value}`) }))}
          onChange={({ currentTarget }) => {
            setGroupBy(currentTarget.value as typeof groupBy);
            preview.reset();
          }}
        />
        <Button type="submit" variant="default" loading={preview.isPending}>
          {t('release.preview')}
        </Button>
      </form>
      <ProblemNotice error={preview.error} />
      {preview.data && (
        <form onSubmit={leave}>
          <ReleaseTable preview={preview.data} />
          <Textarea
            label={t('release.reason')}
            description={t('release.reasonHint')}
            value={reason}
            maxLength={500}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <ProblemNotice error={publish.error} />
          <Button type="submit" mt="sm" loading={publish.isPending} disabled={reason.trim().length < 10}>
            {t('release.publish')}
          </Button>
        </form>
      )}
      {publish.data && <p role="status">{t('release.done')}</p>}
    </>
  );
}

function ReleaseLine({ release }: { release: ReleaseAnswer }) {
  const { t, i18n } = useTranslation('patterns');
  const client = useQueryClient();
  const zone = useZone();
  const may = useMay();
  const { user } = useMe();
  const approve = useMutation({
    mutationFn: () => releasesApprove(release.id),
    onSettled: () => client.invalidateQueries({ queryKey: releasesKey }),
  });
  const at = release.publishedAt ?? release.createdAt;
  const waits = release.state === 'proposed';
  return (
    <li>
      <strong>{release.title}</strong> <time dateTime={at}>{instantInWords(at, zone, i18n.language)}</time>
      <p>
        {release.byName}: {release.reason}{' '}
        <span className="muted">{t('release.hiddenCount', { count: release.hiddenCells })}</span>
      </p>
      {waits ? (
        <span>{t('release.waits')}</span>
      ) : (
        <a href={`/api/patterns/releases/${release.id}/document`} download>
          {t('release.document')}
        </a>
      )}
      {waits && may('release.approve') && release.createdBy !== user.id && (
        <Button size="xs" variant="default" ml="sm" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('release.approve')}
        </Button>
      )}
      <ProblemNotice error={approve.error} />
    </li>
  );
}
