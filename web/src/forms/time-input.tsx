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
}

export function TimeInput({ label, value, onChange, error }: Props) {
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
        setTyped(event.currentTarget.value);
        setFailed(false);
        onChange(readTime(event.currentTarget.value) ?? '');
      }}
      onBlur={() => {
        if (typed?.trim() && !readTime(typed)) return setFailed(true);
        setTyped(undefined);
      }}
    />
  );
}
