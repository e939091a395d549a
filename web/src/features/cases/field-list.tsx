import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../forms/catalogued.js';
import type { Values } from '../../forms/draft.js';
import { FieldValue } from '../../forms/field-value.js';
import { Purpose } from '../../forms/purpose.js';
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
  /** Says of each what it is for, of those not written down too. */
  purposes?: boolean;
}

/** What is known, in words; what is not known is left out. */
export function FieldList({ noun, fields, values, purposes = false }: Props) {
  const { t } = useTranslation([wordsOf(noun), 'cases']);
  const known = fields.filter((name) => {
    const value = values[name];
    return (
      purposes ||
      (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    );
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
          {purposes && (
            <dd className={styles.purpose}>
              <Purpose noun={noun} name={name} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
