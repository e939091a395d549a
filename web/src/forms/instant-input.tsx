import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt, instantOf, timeAt } from '../lib/days.js';
import type { Lean } from '../lib/typed-dates.js';
import { DayInput } from './day-input.js';
import styles from './fields.module.css';
import { TimeInput } from './time-input.js';

interface Props {
  label: ReactNode;
  /** RFC 3339, or empty. */
  value: string | null | undefined;
  zone: string;
  onChange: (instant: string | null) => void;
  onFail?: (message: string | undefined) => void;
  lean: Lean;
  error?: ReactNode;
  description?: ReactNode;
}

/** Day and time on the clocks of `zone`; an instant only once both are known. */
export function InstantInput({ label, value, zone, onChange, onFail, lean, error, description }: Props) {
  const { t } = useTranslation();
  const [half, setHalf] = useState<{ day: string | null; time: string }>({ day: null, time: '' });
  const day = value ? dayAt(value, zone) : half.day;
  const time = value ? timeAt(value, zone) : half.time;
  const write = (next: { day: string | null; time: string }) => {
    setHalf(next);
    onChange(next.day && next.time ? instantOf(next.day, next.time, zone) : null);
  };
  return (
    <div className={styles.instant}>
      <DayInput
        label={label}
        description={description}
        value={day}
        lean={lean}
        error={error}
        onFail={onFail}
        onChange={(next) => write({ day: next, time })}
      />
      <TimeInput label={t('field.timeOf')} value={time} onChange={(next) => write({ day, time: next })} />
    </div>
  );
}
