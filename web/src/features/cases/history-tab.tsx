import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMay, useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { usersQuery } from '../settings/queries.js';
import { LooksSection } from './looks-section.js';

/** When the file was begun and last changed, and who has looked. */
export function HistoryTab({ file }: { file: CaseFileAnswer }) {
  const { t, i18n } = useTranslation('cases');
  const zone = useZone();
  const may = useMay();
  const { data: users } = useQuery({ ...usersQuery, enabled: may('directory.read') });
  const nameOf = (id: string) => users?.find((user) => user.id === id)?.displayName ?? t('somebody');
  const words = (at: string, by: string) => ({ at: instantInWords(at, zone, i18n.language), name: nameOf(by) });
  return (
    <>
      <Section title={t('fileItself')}>
        <p>{t('begun', words(file.createdAt, file.createdBy))}</p>
        {file.version > 1 && <p>{t('lastChanged', words(file.updatedAt, file.updatedBy))}</p>}
      </Section>
      {may('access.read') ? <LooksSection clientId={file.id} /> : <p className="muted">{t('looksElsewhere')}</p>}
    </>
  );
}
