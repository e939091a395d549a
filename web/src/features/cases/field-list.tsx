import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { catalogued, fieldNames, wordsOf } from '../../forms/catalogued.js';
import type { Values } from '../../forms/draft.js';
import { phoneInWords } from '../../forms/typed-numbers.js';
import { dayInWords } from '../../lib/days.js';
import { Shielded } from '../../ui/shielded.js';
import { Empty } from '../../ui/page.js';
import { usersQuery } from '../settings/queries.js';
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
            {identifies.has(name) ? (
              <Shielded>
                <Known noun={noun} name={name} value={values[name]} />
              </Shielded>
            ) : (
              <Known noun={noun} name={name} value={values[name]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Known({ noun, name, value }: { noun: string; name: string; value: unknown }) {
  const { t, i18n } = useTranslation([wordsOf(noun), 'common', 'places']);
  const users = useQuery({ ...usersQuery, enabled: /(attorney|takenBy)/i.test(name) });
  const field = catalogued(noun, name);
  const choice = (one: string) => t([`values.${name}.${one}`, `values.any.${one}`]);
  if (Array.isArray(value)) {
    if (field.kind === 'choices') return (value as string[]).map(choice).join(', ');
    return (value as Values[]).map((part, at) => <PartLine key={at} noun={field.parts!} part={part} />);
  }
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
  const text = String(value);
  if (field.kind === 'date') return dayInWords(text, i18n.language);
  if (field.kind === 'choice') return choice(text);
  if (name === 'county') return t(`places:county.${text}`, { defaultValue: text });
  if (name === 'language') return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(text);
  if (/phone$/i.test(name)) return phoneInWords(text);
  if (field.kind === 'reference' || name === 'takenBy')
    return users.data?.find(({ id }) => id === text)?.displayName ?? '';
  return text;
}

function PartLine({ noun, part }: { noun: string; part: Values }) {
  const shown = fieldNames(noun).filter(
    (name) => part[name] !== null && part[name] !== undefined && part[name] !== false,
  );
  const { t } = useTranslation(wordsOf(noun));
  return (
    <div>
      {shown.map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          {part[name] === true ? t(`fields.${name}`) : <Known noun={noun} name={name} value={part[name]} />}
        </span>
      ))}
    </div>
  );
}
