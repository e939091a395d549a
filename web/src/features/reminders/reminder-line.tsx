import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  remindersAcknowledge,
  remindersCancel,
  remindersPreview,
  remindersRetry,
  type ReminderAnswer,
} from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './reminders.module.css';
import { TextLength } from './text-length.js';

const canBeRetried = new Set<ReminderAnswer['state']>(['failed', 'carrier_blocked', 'unconfirmed']);

const steps = { cancel: remindersCancel, acknowledge: remindersAcknowledge, retry: remindersRetry };

interface Props {
  reminder: ReminderAnswer;
  /** On the page of its case, which need not be named. */
  inCase?: boolean;
}

/** One reminder, what can be done about it, and its words to the letter. */
export function ReminderLine({ reminder, inCase = false }: Props) {
  const { t, i18n } = useTranslation(['reminders', 'intake']);
  const may = useMay();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const step = useMutation({
    mutationFn: (name: keyof typeof steps) => steps[name](reminder.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['reminders'] }),
  });
  const { id, dueAt, zone, clientId, clientCode, kind, recipientType, channel, state, needsCare } = reminder;
  const { failureReason: reason, nextAttemptAt } = reminder;
  const button = (name: keyof typeof steps, words: string, quiet = false) => (
    <Button
      size="compact-sm"
      variant={quiet ? 'subtle' : 'default'}
      {...(quiet ? { color: 'gray' } : {})}
      loading={step.isPending && step.variables === name}
      onClick={() => step.mutate(name)}
    >
      {words}
    </Button>
  );
  return (
    <li className={styles.line}>
      <time dateTime={dueAt} className={styles.due}>
        {instantInWords(dueAt, zone, i18n.language)}
      </time>
      <div>
        {t(`kind.${kind}`)} {clientId && !inCase && <CaseCode clientId={clientId}>{clientCode}</CaseCode>}
        <div className="muted">
          {t(`intake:will.to.${recipientType}`)}, {t(`intake:will.channel.${channel}`)}
        </div>
        {reason && nextAttemptAt && (
          <div>
            {t(`reason.${reason}.why`)} {t('again', { when: instantInWords(nextAttemptAt, zone, i18n.language) })}
          </div>
        )}
        {reason && (needsCare || state === 'opted_out') && (
          <div>
            {t(`reason.${reason}.why`)} {t(`reason.${reason}.do`)}
          </div>
        )}
        {open && <Words id={id} />}
      </div>
      <span className={needsCare ? styles.owed : 'muted'}>{t(`state.${state}`)}</span>
      <span className={`ends ${styles.actions}`}>
        <Button size="compact-sm" variant="subtle" color="gray" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('words')}
        </Button>
        {may('reminder.manage') && state === 'scheduled' && button('cancel', t('common:cancel'), true)}
        {may('reminder.manage') && canBeRetried.has(state) && button('retry', t('retry'))}
        {may('reminder.manage') && needsCare && button('acknowledge', t('acknowledge'))}
      </span>
      <ProblemNotice error={step.error} />
    </li>
  );
}

function Words({ id }: { id: string }) {
  const { data, error } = useQuery({ queryKey: ['reminders', 'words', id], queryFn: () => remindersPreview(id) });
  if (error) return <ProblemNotice error={error} />;
  return (
    <>
      <blockquote className={styles.words} lang={data?.language} dir="auto">
        {data?.subject && <strong>{data.subject}</strong>} {data?.text}
      </blockquote>
      {data?.length && <TextLength length={data.length} />}
    </>
  );
}
