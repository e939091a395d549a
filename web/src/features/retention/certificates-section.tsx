import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PurgeAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import settings from '../settings/settings.module.css';
import { purgesQuery } from './queries.js';
import { Records } from './records.js';

/** What was destroyed, when, by whom and why; nothing of the people. */
export function CertificatesSection() {
  const { t } = useTranslation('retention');
  const done = useInfiniteQuery(purgesQuery('purged'));
  return (
    <Section title={t('certificates.title')}>
      <p className="muted">{t('certificates.says')}</p>
      <LongList
        query={done}
        none={t('certificates.none')}
        line={(purge) => <CertificateLine key={purge.id} purge={purge} />}
      />
    </Section>
  );
}

function CertificateLine({ purge }: { purge: PurgeAnswer }) {
  const { t, i18n } = useTranslation('retention');
  const zone = useZone();
  const { id, caseId, reason, basis, byName, approvedByName, purgedAt, destroyed, ledgerRows } = purge;
  const when = instantInWords(purgedAt!, zone, i18n.language);
  return (
    <li>
      <div className={settings.line}>
        <time dateTime={purgedAt!}>
          <strong>{when}</strong>
        </time>
        <span>{t(`purgeReason.${reason}`)}</span>
        <span className="muted">
          {basis === 'policy'
            ? t('certificates.byPolicy')
            : t('certificates.by', { one: byName, other: approvedByName })}
        </span>
        <a
          className={settings.aside}
          href={`/api/retention/purges/${id}/certificate.pdf?language=${i18n.language}`}
          download="certificate.pdf"
          aria-label={`${t('certificates.download')}: ${when}`}
        >
          {t('certificates.download')}
        </a>
      </div>
      <div>
        {t('certificates.gone')} <Records records={destroyed ?? []} />
      </div>
      <span className="muted">
        {t('certificates.stays', { count: ledgerRows ?? 0 })} {t('certificates.file', { id: caseId })}
      </span>
    </li>
  );
}
