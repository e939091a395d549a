import { Button, Checkbox, Input } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleBody } from '../../api/client.js';
import { TimeInput } from '../../forms/time-input.js';
import settings from '../settings/settings.module.css';
import { NewOffset } from './new-offset.js';
import { countsDays, inOrder, partsOf } from './offsets.js';
import { PlanWords } from './plan-words.js';
import styles from './plan.module.css';

interface Props {
  rule: RuleBody;
  direction: 'before' | 'after';
  /** By which these people can be reached. */
  channels: RuleBody['channels'];
  errorOf: (name: string) => string | undefined;
  /** Nothing takes the rule away. */
  change: (rule: RuleBody | undefined) => void;
}

/** To whom, at which times, by which ways in which order; and in what words. */
export function PlanRule({ rule, direction, channels, errorOf, change }: Props) {
  const { t } = useTranslation('plan');
  const [shown, setShown] = useState(false);
  const { kind, to, offsets, at } = rule;
  const offsetWords = (offset: string) => {
    const parts = partsOf(offset);
    if (!parts || parts.count === 0) return t('atOnce');
    return t(`${direction}.${parts.unit}`, { count: parts.count });
  };
  const needsTime = offsets.some((offset) => countsDays(partsOf(offset)?.unit ?? 'M'));
  const ways = [...rule.channels, ...channels.filter((one) => !rule.channels.includes(one))];
  return (
    <div className={styles.rule} role="group" aria-label={`${t(`kind.${kind}`)}: ${t(`to.${to}`)}`}>
      <div className={styles.to}>
        <strong>{t(`to.${to}`)}</strong>
        {errorOf('to') && <p className={styles.error}>{errorOf('to')}</p>}
        <div className={settings.actions}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {t('words')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t('common:remove')}: ${t(`kind.${kind}`)}, ${t(`to.${to}`)}`}
            onClick={() => change(undefined)}
          >
            {t('common:remove')}
          </Button>
        </div>
      </div>
      <Input.Wrapper label={t('when')} labelElement="div" error={errorOf('offsets')}>
        <ul className={styles.offsets}>
          {inOrder(offsets, direction).map((offset) => (
            <li key={offset}>
              {offsetWords(offset)}
              <button
                type="button"
                aria-label={`${t('common:remove')}: ${offsetWords(offset)}`}
                onClick={() => change({ ...rule, offsets: offsets.filter((other) => other !== offset) })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
        <NewOffset
          about={`${t(`kind.${kind}`)}, ${t(`to.${to}`)}`}
          direction={direction}
          add={(offset) => !offsets.includes(offset) && change({ ...rule, offsets: [...offsets, offset] })}
        />
        {needsTime && (
          <div className={styles.at}>
            <TimeInput
              label={t('at')}
              value={at}
              error={errorOf('at')}
              onChange={(time) => change({ ...rule, at: time })}
            />
          </div>
        )}
      </Input.Wrapper>
      <Input.Wrapper label={t('how')} labelElement="div" error={errorOf('channels')}>
        <div className={styles.ways} role="group" aria-label={t('how')}>
          {ways.map((channel) => {
            const order = rule.channels.indexOf(channel);
            return (
              <Checkbox
                key={channel}
                label={order > 0 ? t('then', { channel: t(`channel.${channel}`) }) : t(`channel.${channel}`)}
                checked={order >= 0}
                onChange={({ currentTarget }) =>
                  change({
                    ...rule,
                    channels: currentTarget.checked
                      ? [...rule.channels, channel]
                      : rule.channels.filter((other) => other !== channel),
                  })
                }
              />
            );
          })}
        </div>
      </Input.Wrapper>
      {shown && <PlanWords kind={kind} to={to} channels={rule.channels} />}
    </div>
  );
}
