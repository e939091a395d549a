import { ActionIcon, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, isDay, today } from '../lib/days.js';
import { useZone } from '../lib/session.js';
import { readDay, type Lean } from '../lib/typed-dates.js';
import styles from './fields.module.css';

interface Props {
  label: ReactNode;
  /** `YYYY-MM-DD`, or empty. */
  value: string | null | undefined;
  onChange: (day: string | null) => void;
  onFail?: (message: string | undefined) => void;
  /** Told while one types whether it can be read. */
  onMisread?: (message: string | undefined) => void;
  lean: Lean;
  error?: ReactNode;
  description?: ReactNode;
  required?: boolean;
}

/** A date written as people write it; what was understood is shown in words. The calendar is the device's own. */
export function DayInput({ label, value, onChange, onFail, onMisread, lean, error, description, required }: Props) {
  const { t, i18n } = useTranslation();
  const now = today(useZone());
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [writing, setWriting] = useState(false);
  const inWords = value && isDay(value) ? dayInWords(value, i18n.language) : '';
  const shown = typed ?? (writing && value ? usual(value) : inWords);
  const settle = () => {
    setWriting(false);
    if (typed === undefined) return;
    const day = typed.trim() ? readDay(typed, now, lean) : null;
    if (day === undefined) return onFail?.(t('field.noDay'));
    setTyped(undefined);
  };
  const write = (text: string) => {
    setTyped(text);
    const day = text.trim() ? readDay(text, now, lean) : null;
    onChange(day ?? null);
    onFail?.(undefined);
    onMisread?.(day === undefined ? t('field.noDay') : undefined);
  };
  return (
    <div className={styles.day}>
      <TextInput
        label={label}
        description={description}
        required={required}
        withAsterisk={false}
        value={shown}
        error={error}
        placeholder={t(lean === 'past' ? 'field.day' : 'field.dayAhead')}
        autoComplete="off"
        inputMode="text"
        onChange={(event) => write(event.currentTarget.value)}
        onFocus={() => setWriting(true)}
        onBlur={settle}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            tabIndex={-1}
            aria-label={t('field.calendar')}
            onClick={() => calendar.current?.showPicker()}
          >
            <CalendarMark />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        className={styles.calendar}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={value ?? ''}
        onChange={(event) => {
          setTyped(undefined);
          onFail?.(undefined);
          onMisread?.(undefined);
          onChange(event.currentTarget.value || null);
        }}
      />
      {writing && typed && (
        <span className={styles.understood} role="status">
          {inWords}
        </span>
      )}
    </div>
  );
}

/** Month first, as it is typed. */
const usual = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;

function CalendarMark() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden>
      <rect x="2" y="3" width="12" height="11" rx="1" />
      <path d="M2 6.5h12M5 1.5v3M11 1.5v3" />
    </svg>
  );
}
