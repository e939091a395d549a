import { Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../forms/day-input.js';
import { CountySelect, PlaceSelect } from '../../forms/selects.js';
import type { PatternFilters } from './filters.js';
import styles from './patterns.module.css';

export function Filters({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const navigate = useNavigate();
  const narrow = (change: { [name in keyof PatternFilters]?: PatternFilters[name] | '' | null }) => {
    const next = Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value));
    void navigate({ to: '/patterns', search: next, replace: true });
  };
  return (
    <div className={styles.filters}>
      <DayInput label={t('from')} value={filters.from} lean="past" onChange={(from) => narrow({ from })} />
      <DayInput label={t('to')} value={filters.to} lean="past" onChange={(to) => narrow({ to })} />
      <CountySelect
        unset={t('everywhere')}
        label={t('county')}
        value={filters.county ?? ''}
        onChange={(county) => narrow({ county })}
      />
      <PlaceSelect
        unset={t('everywhere')}
        label={t('place')}
        value={filters.place ?? ''}
        onChange={(place) => narrow({ place })}
      />
      <Checkbox
        label={t('documented')}
        checked={filters.evidence === 'documented'}
        onChange={({ currentTarget }) => narrow({ evidence: currentTarget.checked ? 'documented' : undefined })}
      />
    </div>
  );
}
