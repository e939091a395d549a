import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { overdueAcknowledge } from '../../api/client.js';
import { timeAt } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ladderQuery } from './queries.js';

interface Overdue {
  id: string;
  overdue: boolean;
  zone: string;
}

/** Who sees to somebody who is not out, or who is alarmed next; one tap to take it on. */
export function Alarm({ appointment: { id, overdue, zone } }: { appointment: Overdue }) {
  const { t } = useTranslation('appointments');
  const may = useMay();
  const client = useQueryClient();
  const { data } = useQuery({ ...ladderQuery(id), enabled: overdue });
  const acknowledge = useMutation({
    mutationFn: () => overdueAcknowledge(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['appointments', id] }),
  });
  if (!overdue || !data) return null;
  const next = data.rungs.find(({ state }) => state === 'scheduled' || state === 'enqueued');
  if (data.acknowledgedAt) return <p role="status">{t('seenTo', { time: timeAt(data.acknowledgedAt, zone) })}</p>;
  return (
    <div role="status">
      {next && (
        <p className="muted">
          {next.recipient
            ? t('nextAlarm', { name: next.recipient, time: timeAt(next.dueAt, zone) })
            : t('nextAlarmSomebody', { time: timeAt(next.dueAt, zone) })}
        </p>
      )}
      {may('appointment.live') && data.rungs.some(({ kind }) => kind === 'overdue_at_ice') && (
        <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {t('seeToIt')}
        </Button>
      )}
      <ProblemNotice error={acknowledge.error} />
    </div>
  );
}
