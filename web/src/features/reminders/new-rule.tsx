import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceAnswer, RuleBody } from '../../api/client.js';
import styles from './plan.module.css';

interface Props {
  kind: RuleBody['kind'];
  /** Who is reminded already. */
  taken: RuleBody['to'][];
  audiences: AudienceAnswer[];
  add: (rule: RuleBody) => void;
}

/** Somebody else to remind; when, stays to be said. */
export function NewRule({ kind, taken, audiences, add }: Props) {
  const { t } = useTranslation('plan');
  const left = audiences.filter(({ to }) => !taken.includes(to));
  const [chosen, setChosen] = useState('');
  if (left.length === 0) return null;
  const audience = left.find(({ to }) => to === chosen);
  return (
    <div className={styles.offset}>
      <NativeSelect
        size="sm"
        aria-label={`${t('remindToo')}: ${t(`kind.${kind}`)}`}
        value={audience ? chosen : ''}
        data={[{ value: '', label: t('remindToo') }, ...left.map(({ to }) => ({ value: to, label: t(`to.${to}`) }))]}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Button
        size="sm"
        variant="default"
        disabled={!audience}
        aria-label={`${t('common:add')}: ${t(`kind.${kind}`)}`}
        onClick={() => {
          if (audience) add({ kind, to: audience.to, offsets: [], at: '09:00', channels: [...audience.channels] });
          setChosen('');
        }}
      >
        {t('common:add')}
      </Button>
    </div>
  );
}
