import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { facilitiesQuery, officesQuery, placesQuery, usersQuery } from '../features/settings/queries.js';
import { useMay } from '../lib/session.js';
import { ListSelect, type SelectProps } from './list-select.js';

type ListProps = Omit<ComponentProps<typeof ListSelect>, 'items'>;

export const PlaceSelect = (props: ListProps) => <ListSelect {...props} items={useQuery(placesQuery).data ?? []} />;
export const OfficeSelect = (props: ListProps) => <ListSelect {...props} items={useQuery(officesQuery).data ?? []} />;
export const FacilitySelect = (props: ListProps) => (
  <ListSelect {...props} items={useQuery(facilitiesQuery).data ?? []} />
);

export function UserSelect({ onChange, ...rest }: SelectProps) {
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

export function CountySelect({ onChange, value, unset, ...rest }: SelectProps) {
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

export function LanguageSelect({ onChange, value, ...rest }: SelectProps) {
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
