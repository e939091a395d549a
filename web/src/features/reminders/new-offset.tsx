import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offsetOf, type Unit } from './offsets.js';
import styles from './plan.module.css';

const units: Unit[] = ['D', 'W', 'H', 'M'];

interface Props {
  /** Of which rule, for whoever hears the page. */
  about: string;
  direction: 'before' | 'after';
  add: (offset: string) => void;
}

/** One more time to remind at. */
export function NewOffset({ about, direction, add }: Props) {
  const { t } = useTranslation('plan');
  const [count, setCount] = useState('');
  const [unit, setUnit] = useState<Unit>('D');
  const isNumber = /^[1-9]\d{0,3}$/.test(count);
  const take = () => {
    if (!isNumber) return;
    add(offsetOf(Number(count), unit));
    setCount('');
  };
  return (
    <div className={styles.offset}>
      <TextInput
        size="sm"
        inputMode="numeric"
        aria-label={`${t('oneMore')}: ${about}`}
        placeholder="3"
        value={count}
        onChange={({ currentTarget }) => setCount(currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          take();
        }}
      />
      <NativeSelect
        size="sm"
        aria-label={`${t('unit')}: ${about}`}
        value={unit}
        data={units.map((one) => ({ value: one, label: t(`unitOf.${direction}.${one}`) }))}
        onChange={({ currentTarget }) => setUnit(currentTarget.value as Unit)}
      />
      <Button
        size="sm"
        variant="default"
        disabled={!isNumber}
        aria-label={`${t('common:add')}: ${about}`}
        onClick={take}
      >
        {t('common:add')}
      </Button>
    </div>
  );
}
