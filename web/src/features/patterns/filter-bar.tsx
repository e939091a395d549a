import { Button, Checkbox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, today } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { DayInput } from '../../forms/day-input.js';
import { CountySelect, PlaceSelect } from '../../forms/selects.js';
import type { PatternFilters } from './filters.js';
import styles from './patterns.module.css';

/** A month, where nothing was chosen. */
const usualDays = 30;

/** The span as long as the chosen one that ends where it begins; what is compared has a beginning, so it is chosen as well. */
function spanBefore({ from, to }: PatternFilters, now: string): PatternFilters {
  const end = to ?? now;
  const begin = from ?? addDays(end, 1 - usualDays);
  return {
    from: begin,
    compareFrom: addDays(begin, -daysBetween(begin, end) - 1),
    compareTo: addDays(begin, -1),
  };
}

/** Which letters the figures are about, and with which earlier ones they are compared. */
export function Filters({ filters }: { filters: PatternFilters }) {
  const { t } = useTranslation('patterns');
  const navigate = useNavigate();
  const zone = useZone();
  const narrow = (change: { [name in keyof PatternFilters]?: PatternFilters[name] | '' | null }) => {
    const next = Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value));
    void navigate({ to: '/patterns', search: next, replace: true, resetScroll: false });
  };
  const compared = filters.compareFrom !== undefined || filters.compareTo !== undefined;
  return (
    <>
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
      <div className={styles.filters}>
        {compared && (
          <>
            <DayInput
              label={t('compare.from')}
              value={filters.compareFrom}
              lean="past"
              onChange={(compareFrom) => narrow({ compareFrom })}
            />
            <DayInput
              label={t('compare.to')}
              value={filters.compareTo}
              lean="past"
              onChange={(compareTo) => narrow({ compareTo })}
            />
          </>
        )}
        <Button
          variant="subtle"
          className={styles.compare}
          onClick={() => narrow(compared ? { compareFrom: null, compareTo: null } : spanBefore(filters, today(zone)))}
        >
          {t(compared ? 'compare.stop' : 'compare.start')}
        </Button>
      </div>
    </>
  );
}
