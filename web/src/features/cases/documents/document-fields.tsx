import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogued } from '../../../forms/catalogued.js';
import { useDraftAround } from '../../../forms/draft.js';
import { Purpose } from '../../../forms/purpose.js';
import { dayInWords } from '../../../lib/days.js';
import { recordsQuery } from '../queries.js';
import styles from './documents.module.css';

/** Packets are made of the summary, never put in by hand. */
const kinds = catalogued('CreateDocument', 'kind').values!.filter((kind) => kind !== 'packet');

/** What the document is, and of which letter it is a scan. */
export function DocumentFields({ clientId }: { clientId: string }) {
  const { t, i18n } = useTranslation('document');
  const draft = useDraftAround();
  const { data: records } = useQuery(recordsQuery(clientId));
  const common = (name: string) => ({
    label: t(`fields.${name}`),
    error: draft.errors[name],
    description: draft.showPurposes ? <Purpose noun="CreateDocument" name={name} /> : undefined,
    value: (draft.get(name) as string | null | undefined) ?? '',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  return (
    <div className={styles.fields}>
      <NativeSelect {...common('kind')} required withAsterisk>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`values.kind.${kind}`)}
          </option>
        ))}
      </NativeSelect>
      {records && records.letters.length > 0 && (
        <NativeSelect {...common('letterId')}>
          <option value="">{t('noLetter')}</option>
          {records.letters.map(({ id, receivedOn }) => (
            <option key={id} value={id}>
              {t('letterOf', { day: dayInWords(receivedOn, i18n.language) })}
            </option>
          ))}
        </NativeSelect>
      )}
    </div>
  );
}
