import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { remindersAcknowledge, remindersCancel, type ReminderAnswer } from '../../api/client.js';
import { dayAt, dayInWords, timeAt } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { Notice } from '../../ui/notice.js';
import { Empty, Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { remindersQuery, remindersStatusQuery } from './queries.js';
import styles from './reminders.module.css';
import { reminderStates } from './states.js';

/** What is owed to whom, and what became of it. Neither addresses nor texts stand here. */
export function RemindersPage() {
  const { t } = useTranslation('reminders');
  const { state } = useSearch({ from: '/signed-in/frame/reminders' });
  const navigate = useNavigate();
  const status = useQuery(remindersStatusQuery);
  const reminders = useInfiniteQuery(remindersQuery(state));
  const items = reminders.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('common:place.reminders')}>
      {status.data && (!status.data.running || status.data.late > 0) && (
        <Notice tone="owed" title={t('notRunning')}>
          <p>{t('notRunningSays', { count: status.data.late })}</p>
        </Notice>
      )}
      <NativeSelect
        label={t('which')}
        size="sm"
        className={styles.which}
        value={state ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/reminders', search: value ? { state: value as ReminderAnswer['state'] } : {} })
        }
      >
        <option value="">{t('all')}</option>
        {reminderStates.map((one) => (
          <option key={one} value={one}>
            {t(`state.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <ProblemNotice error={reminders.error} retry={() => void reminders.refetch()} />
      {reminders.isPending && <Waiting />}
      {reminders.isSuccess && items.length === 0 && <Empty>{t('none')}</Empty>}
      <ul className={styles.list}>
        {items.map((reminder) => (
          <ReminderLine key={reminder.id} reminder={reminder} />
        ))}
      </ul>
      {reminders.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={reminders.isFetchingNextPage}
            onClick={() => void reminders.fetchNextPage()}
          >
            {t('common:more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

const failed = new Set<ReminderAnswer['state']>(['failed', 'carrier_blocked', 'escalated', 'skipped_past_due']);

function ReminderLine({ reminder }: { reminder: ReminderAnswer }) {
  const { t, i18n } = useTranslation(['reminders', 'intake']);
  const may = useMay();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['reminders'] });
  const cancel = useMutation({ mutationFn: () => remindersCancel(reminder.id), onSettled });
  const acknowledge = useMutation({ mutationFn: () => remindersAcknowledge(reminder.id), onSettled });
  const { dueAt, zone, clientId, clientCode, kind, recipientType, channel, state } = reminder;
  return (
    <li className={styles.line}>
      <time dateTime={dueAt} className={styles.due}>
        {dayInWords(dayAt(dueAt, zone), i18n.language)}, {timeAt(dueAt, zone)}
      </time>
      <div>
        {t(`kind.${kind}`)}{' '}
        {clientId && (
          <Link className="code" to="/cases/$clientId" params={{ clientId }}>
            {clientCode}
          </Link>
        )}
        <div className="muted">
          {t(`intake:will.to.${recipientType}`)}, {t(`intake:will.channel.${channel}`)}
        </div>
      </div>
      <span className={failed.has(state) ? styles.owed : 'muted'}>{t(`state.${state}`)}</span>
      <span className={styles.actions}>
        {may('reminder.manage') && state === 'scheduled' && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('common:cancel')}
          </Button>
        )}
        {may('reminder.manage') && failed.has(state) && (
          <Button
            size="compact-sm"
            variant="default"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate()}
          >
            {t('acknowledge')}
          </Button>
        )}
      </span>
      <ProblemNotice error={cancel.error ?? acknowledge.error} />
    </li>
  );
}
