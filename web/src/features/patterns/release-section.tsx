import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { releasesApprove, releasesList, type ReleaseAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMay, useMe, useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import type { PatternFilters } from './filters.js';
import styles from './patterns.module.css';
import { ReleaseWizard, releasesKey } from './release-wizard.js';

/** Lets figures leave the office: choose, see what is hidden and why, say for whom; and what left before. */
export function ReleaseSection({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const may = useMay();
  const releases = useQuery({ queryKey: releasesKey, queryFn: () => releasesList({}) });
  return (
    <Section id="release" title={t('release.title')}>
      <p className="muted">{t('release.what')}</p>
      {may('release.publish') && <ReleaseWizard filters={filters} />}
      <h3 className={styles.subtitle}>{t('release.before')}</h3>
      <ProblemNotice error={releases.error} retry={() => void releases.refetch()} />
      {releases.isPending && <Waiting />}
      {releases.data?.items.length === 0 && <p className="muted">{t('release.none')}</p>}
      <ul className={`bare ${styles.alerts}`}>
        {releases.data?.items.map((release) => (
          <ReleaseLine key={release.id} release={release} />
        ))}
      </ul>
    </Section>
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
      <strong>{t(`release.reports.${release.report}`, { defaultValue: release.title })}</strong>{' '}
      <time dateTime={at}>{instantInWords(at, zone, i18n.language)}</time>
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
        <p>
          {t('release.approveSays')}{' '}
          <Button size="xs" variant="default" loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('release.approve')}
          </Button>
        </p>
      )}
      <ProblemNotice error={approve.error} />
    </li>
  );
}
