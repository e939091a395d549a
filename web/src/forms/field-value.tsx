import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usersQuery } from '../features/settings/queries.js';
import { dayInWords, instantInWords } from '../lib/days.js';
import { useMay, useZone } from '../lib/session.js';
import { catalogued, fieldNames, wordsOf } from './catalogued.js';
import type { Values } from './draft.js';
import { phoneInWords } from '../lib/typed-numbers.js';

/** One known value of a field of the API, in words. */
export function FieldValue({ noun, name, value }: { noun: string; name: string; value: unknown }) {
  const { t, i18n } = useTranslation([wordsOf(noun), 'common', 'places']);
  const zone = useZone();
  const may = useMay();
  const namesUsers = /(attorney|takenBy|userIds?$)/i.test(name);
  const users = useQuery({ ...usersQuery, enabled: namesUsers && may('directory.read') });
  const field = catalogued(noun, name);
  const choice = (one: string) => t([`values.${name}.${one}`, `values.any.${one}`]);
  if (value === null || value === undefined || value === '') return <span className="muted">{t('common:unset')}</span>;
  const nameOf = (id: unknown) => users.data?.find((user) => user.id === id)?.displayName ?? '';
  if (Array.isArray(value)) {
    if (field.kind === 'references') return value.map(nameOf).join(', ');
    if (field.kind === 'choices') return (value as string[]).map(choice).join(', ');
    return (value as Values[]).map((part, at) => <PartLine key={at} noun={field.parts!} part={part} />);
  }
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field.kind === 'date') return dayInWords(text, i18n.language);
  if (field.kind === 'instant') return instantInWords(text, zone, i18n.language);
  if (field.kind === 'choice') return choice(text);
  if (name === 'county') return t(`places:county.${text}`, { defaultValue: text });
  if (name === 'language') return new Intl.DisplayNames([i18n.language], { type: 'language' }).of(text);
  if (/phone$/i.test(name)) return phoneInWords(text);
  if (field.kind === 'reference' || name === 'takenBy') return nameOf(text);
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
          {part[name] === true ? t(`fields.${name}`) : <FieldValue noun={noun} name={name} value={part[name]} />}
        </span>
      ))}
    </div>
  );
}
