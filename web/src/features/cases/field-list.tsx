import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../forms/catalogued.js';
import type { Values } from '../../forms/draft.js';
import { FieldValue } from '../../forms/field-value.js';
import { Shielded } from '../../ui/shielded.js';
import { Empty } from '../../ui/page.js';
import styles from './field-list.module.css';

/** Says who somebody is; behind a tap while the screen is shared. */
const identifies = new Set([
  'legalName',
  'preferredName',
  'aliases',
  'dateOfBirth',
  'phone',
  'email',
  'aNumber',
  'emergencyContacts',
  'caregivers',
  'schoolPickup',
]);

export const isIdentifying = (field: string) => identifies.has(field);

interface Props {
  noun: string;
  fields: readonly string[];
  values: Values;
}

/** What is known, in words; what is not known is left out. */
export function FieldList({ noun, fields, values }: Props) {
  const { t } = useTranslation([wordsOf(noun), 'cases']);
  const known = fields.filter((name) => {
    const value = values[name];
    return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
  if (known.length === 0) return <Empty>{t('cases:nothingKnown')}</Empty>;
  return (
    <dl className={styles.list}>
      {known.map((name) => (
        <div key={name}>
          <dt>{t(`fields.${name}`)}</dt>
          <dd>
            {isIdentifying(name) ? (
              <Shielded>
                <FieldValue noun={noun} name={name} value={values[name]} />
              </Shielded>
            ) : (
              <FieldValue noun={noun} name={name} value={values[name]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
