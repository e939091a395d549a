import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reminderStates } from '../../api/choices.js';
import { useMay } from '../../lib/session.js';
import { Notice } from '../../ui/notice.js';
import { Empty, Page } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { isStandingStill, remindersQuery, remindersStatusQuery } from './queries.js';
import { ReminderLine } from './reminder-line.js';
import styles from './reminders.module.css';
import { severalStates, type RemindersView } from './views.js';

/** What is owed to whom, and what became of it. Neither addresses nor texts stand here. */
export function RemindersPage() {
  const { t } = useTranslation('reminders');
  const { view = 'ahead' } = useSearch({ from: '/signed-in/frame/reminders' });
  const navigate = useNavigate();
  const may = useMay();
  const status = useQuery(remindersStatusQuery);
  const reminders = useInfiniteQuery(remindersQuery(view));
  const items = reminders.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('common:place.reminders')}
      actions={may('plan.manage') && <Link to="/settings/reminder-plan">{t('plan')}</Link>}
    >
      {status.data && status.data.late > 0 && (
        <Notice tone="owed">
          <p>
            {t('late', { count: status.data.late })}
            {/* Above every page it is told already. */}
            {!isStandingStill(status.data) && ` ${t('lateSays')}`}
          </p>
        </Notice>
      )}
      <NativeSelect
        label={t('which')}
        size="sm"
        className={styles.which}
        value={view}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/reminders', search: value === 'ahead' ? {} : { view: value as RemindersView } })
        }
      >
        {severalStates.map((one) => (
          <option key={one} value={one}>
            {t(`view.${one}`)}
          </option>
        ))}
        {reminderStates.map((one) => (
          <option key={one} value={one}>
            {t(`state.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <ProblemNotice error={reminders.error} retry={() => void reminders.refetch()} />
      {reminders.isPending && <Waiting />}
      {reminders.isSuccess && items.length === 0 && (
        <Empty>{t(view === 'needs_care' ? 'noneNeedsCare' : 'none')}</Empty>
      )}
      <ul className="bare">
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
