import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readTime } from '../lib/typed-dates.js';

interface Props {
  label: ReactNode;
  /** `HH:MM`, or empty. */
  value: string;
  onChange: (time: string) => void;
  error?: ReactNode;
  /** Told while one types whether it can be read. */
  onMisread?: (message: string | undefined) => void;
}

export function TimeInput({ label, value, onChange, onMisread, error }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [failed, setFailed] = useState(false);
  return (
    <TextInput
      label={label}
      value={typed ?? value}
      placeholder={t('field.time')}
      autoComplete="off"
      error={failed ? t('field.noTime') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const time = readTime(text);
        setTyped(text);
        setFailed(false);
        onChange(time ?? '');
        onMisread?.(text.trim() && !time ? t('field.noTime') : undefined);
      }}
      onBlur={() => {
        if (typed?.trim() && !readTime(typed)) return setFailed(true);
        setTyped(undefined);
      }}
    />
  );
}
