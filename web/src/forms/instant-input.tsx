import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt, instantOf, timeAt } from '../lib/days.js';
import { useZone } from '../lib/session.js';
import type { Lean } from '../lib/typed-dates.js';
import { DayInput } from './day-input.js';
import styles from './fields.module.css';
import { TimeInput } from './time-input.js';

/** A day without its time, or a time without its day. */
export interface HalfInstant {
  day: string | null;
  time: string;
}

interface Props {
  label: ReactNode;
  /** RFC 3339, or empty. */
  value: string | null | undefined;
  onChange: (instant: string | null) => void;
  /** What is written of it so far, where it is kept outside. */
  half?: HalfInstant;
  onHalf?: (half: HalfInstant | undefined) => void;
  onFail?: (message: string | undefined) => void;
  onMisread?: (message: string | undefined) => void;
  lean: Lean;
  error?: ReactNode;
  description?: ReactNode;
}

/** Day and time on the clocks of the organisation; an instant only once both are known. */
export function InstantInput({
  label,
  value,
  onChange,
  half,
  onHalf,
  onFail,
  onMisread,
  lean,
  error,
  description,
}: Props) {
  const { t } = useTranslation();
  const zone = useZone();
  const [own, setOwn] = useState<HalfInstant>(half ?? { day: null, time: '' });
  const day = value ? dayAt(value, zone) : own.day;
  const time = value ? timeAt(value, zone) : own.time;
  const [unread, setUnread] = useState<{ day?: string; time?: string }>({});
  // A day without its time is no instant, and would be left out as if nobody had written it.
  const missesTime = Boolean(day) && !time ? t('field.timeMissing') : undefined;
  const missesDay = !day && Boolean(time) ? t('field.dayMissing') : undefined;
  const ofTime = unread.time ?? missesTime;
  const ofDay = unread.day ?? missesDay;
  const trouble = ofDay ?? ofTime;
  useEffect(() => {
    onMisread?.(trouble);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another function each time
  }, [trouble]);
  const write = (next: HalfInstant) => {
    setOwn(next);
    onHalf?.(next.day && next.time ? undefined : next);
    onChange(next.day && next.time ? instantOf(next.day, next.time, zone) : null);
  };
  return (
    <div className={styles.instant}>
      <DayInput
        label={label}
        description={description}
        value={day}
        lean={lean}
        error={ofDay || !ofTime ? error : undefined}
        onMisread={(message) => setUnread((before) => ({ ...before, day: message }))}
        onFail={onFail}
        onChange={(next) => write({ day: next, time })}
      />
      <TimeInput
        label={t('field.timeOf')}
        value={time}
        error={!ofDay && ofTime ? error : undefined}
        onMisread={(message) => setUnread((before) => ({ ...before, time: message }))}
        onChange={(next) => write({ day, time: next })}
      />
    </div>
  );
}
