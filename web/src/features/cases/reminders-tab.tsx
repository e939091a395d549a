import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  clientRemindersCreate,
  clientRemindersList,
  type CaseFileAnswer,
  type CreateReminder,
} from '../../api/client.js';
import { ownReminderKinds } from '../../api/choices.js';
import { focusFirstInvalid } from '../../forms/focus.js';
import { InstantInput } from '../../forms/instant-input.js';
import { UserSelect } from '../../forms/selects.js';
import { useFocusBack } from '../../lib/focus-back.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay, useMe } from '../../lib/session.js';
import { Empty, Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { ReminderLine } from '../reminders/reminder-line.js';
import reminders from '../reminders/reminders.module.css';
import { allPages } from '../settings/queries.js';
import styles from './record-editor.module.css';

/** What goes out about this case, to whom and when; and what one wants to be reminded of oneself. */
export function RemindersTab({ file }: { file: CaseFileAnswer }) {
  const { t } = useTranslation('reminders');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const owed = useQuery({
    queryKey: ['reminders', 'of', file.id],
    queryFn: () => allPages((page) => clientRemindersList(file.id, page)),
  });
  return (
    <Section
      title={t('common:place.reminders')}
      actions={
        file.status === 'open' &&
        may('reminder.manage') && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            {t('own.add')}
          </Button>
        )
      }
    >
      {adding && <OwnReminder clientId={file.id} close={() => setAdding(false)} />}
      <ProblemNotice error={owed.error} retry={() => void owed.refetch()} />
      {owed.isPending && <Waiting />}
      {owed.data?.length === 0 && <Empty>{t('none')}</Empty>}
      <ul className={reminders.list}>
        {owed.data?.map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} inCase />
        ))}
      </ul>
    </Section>
  );
}

function OwnReminder({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation('reminders');
  const client = useQueryClient();
  const me = useMe();
  const form = useRef<HTMLFormElement>(null);
  useFocusBack();
  const [kind, setKind] = useState<CreateReminder['kind']>('filing_deadline');
  const [dueAt, setDueAt] = useState<string | null>(null);
  const [recipientId, setRecipientId] = useState(me.user.id ?? '');
  const adding = useMutation({
    mutationFn: () =>
      clientRemindersCreate(clientId, { kind, dueAt: dueAt ?? '', ...(recipientId ? { recipientId } : {}) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reminders'] });
      close();
    },
    onError: () => focusFirstInvalid(form.current),
  });
  const errors = messagesByField(adding.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <form ref={form} className={styles.editor} onSubmit={submit} noValidate>
      <h3>{t('own.add')}</h3>
      <NativeSelect
        autoFocus
        label={t('own.kind')}
        value={kind}
        error={errors.kind}
        data={ownReminderKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={({ currentTarget }) => setKind(currentTarget.value as typeof kind)}
      />
      <InstantInput label={t('own.dueAt')} value={dueAt} lean="future" error={errors.dueAt} onChange={setDueAt} />
      <UserSelect label={t('own.recipient')} value={recipientId} error={errors.recipientId} onChange={setRecipientId} />
      <ProblemNotice error={adding.error} />
      <div className={styles.removal}>
        <Button type="submit" loading={adding.isPending}>
          {t('common:save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
