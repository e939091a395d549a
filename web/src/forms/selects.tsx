import { type ComboboxItem, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { facilitiesQuery, officesQuery, placesQuery, usersQuery } from '../features/settings/queries.js';
import { matching } from '../lib/matching.js';
import { useMay } from '../lib/session.js';
import styles from './selects.module.css';

interface Props {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
  withAsterisk?: boolean;
  /** What an empty choice means here. */
  unset?: string;
}

interface Listed {
  id: string;
  name: string;
  addressLines?: string | null;
  city?: string | null;
}

const whereOf = ({ addressLines, city }: Listed) => addressLines?.replaceAll('\n', ', ') ?? city ?? '';

/** An entry of a list that is found by words of its name or of where it is; emptied, none is chosen. */
function ListSelect({ value, onChange, items, unset, ...rest }: Props & { items: readonly Listed[] }) {
  const { t } = useTranslation();
  const where = new Map(items.map((item) => [item.id, whereOf(item)]));
  return (
    <Select
      {...rest}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={where.has(value) ? value : null}
      placeholder={unset ?? t('unset')}
      nothingFoundMessage={t('field.noneFound')}
      searchable
      // What is found first is taken by Enter, and by going on: nothing that was typed is dropped unseen.
      selectFirstOptionOnChange
      autoSelectOnBlur
      allowDeselect={false}
      filter={({ options, search }) =>
        search.trim() === ''
          ? options
          : matching(
              search,
              (options as ComboboxItem[]).map((one) => ({ ...one, title: one.label, words: where.get(one.value) })),
            )
      }
      renderOption={({ option }) => (
        <span>
          {option.label}
          <span className={styles.where}>{where.get(option.value)}</span>
        </span>
      )}
      // What is typed takes the place of what stands there.
      onFocus={({ currentTarget }) => currentTarget.select()}
      onClick={({ currentTarget }) => currentTarget.select()}
      onChange={(chosen) => onChange(chosen ?? '')}
      onSearchChange={(typed) => {
        if (typed === '' && where.has(value)) onChange('');
      }}
    />
  );
}

export const PlaceSelect = (props: Props) => <ListSelect {...props} items={useQuery(placesQuery).data ?? []} />;
export const OfficeSelect = (props: Props) => <ListSelect {...props} items={useQuery(officesQuery).data ?? []} />;
export const FacilitySelect = (props: Props) => <ListSelect {...props} items={useQuery(facilitiesQuery).data ?? []} />;

export function UserSelect({ onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { data = [] } = useQuery({ ...usersQuery, enabled: may('directory.read') });
  return (
    <NativeSelect {...rest} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('field.pickPerson')}</option>
      {data
        .filter(({ state, id }) => state !== 'disabled' || id === rest.value)
        .map((user) => (
          <option key={user.id} value={user.id}>
            {user.displayName}
          </option>
        ))}
    </NativeSelect>
  );
}

/** The boroughs are counties; the neighbours that clinics of the city meet most. */
const counties = [
  'bronx',
  'kings',
  'new_york',
  'queens',
  'richmond',
  'ny_nassau',
  'ny_suffolk',
  'ny_westchester',
  'ny_rockland',
  'nj_hudson',
  'nj_essex',
  'nj_bergen',
  'nj_passaic',
  'nj_union',
  'ct_fairfield',
  'unknown',
  'withheld',
];

export function CountySelect({ onChange, value, unset, ...rest }: Props) {
  const { t } = useTranslation('places');
  const shown = value && !counties.includes(value) ? [...counties, value] : counties;
  return (
    <NativeSelect {...rest} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{unset ?? t('common:unset')}</option>
      {shown.map((county) => (
        <option key={county} value={county}>
          {t(`county.${county}`, { defaultValue: county })}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Languages that people at clinics in New York speak; others by their own name in the language of the screen. */
const spoken = [
  'en',
  'es',
  'zh',
  'yue',
  'fr',
  'ht',
  'ru',
  'bn',
  'ar',
  'ur',
  'ko',
  'pt',
  'pl',
  'it',
  'hi',
  'pa',
  'ne',
  'bo',
  'yi',
  'uz',
  'wo',
  'ff',
  'man',
  'sw',
  'am',
  'tl',
  'vi',
  'sq',
  'quc',
  'mam',
  'qu',
];

export function LanguageSelect({ onChange, value, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const shown = value && !spoken.includes(value) ? [...spoken, value] : spoken;
  return (
    <NativeSelect {...rest} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('unset')}</option>
      {shown.map((code) => (
        <option key={code} value={code}>
          {names.of(code)}
        </option>
      ))}
    </NativeSelect>
  );
}
