import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveTap } from '../../api/client.js';
import { timeAt } from '../../lib/days.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './day-page.module.css';
import type { KeptAppointment } from './kept-day.js';
import { LiveMark } from './live-mark.js';
import { useLiveTap } from './live-taps.js';
import { ReallyDetained } from './really-detained.js';

type Event = LiveTap['event'];
type Step = Exclude<Event, 'not_out'>;

const events: Step[] = ['arrived', 'called_in', 'out_safe', 'detained'];
const stepOf = (event: Step) => ({ arrived: 1, called_in: 2, out_safe: 3, detained: 3 })[event];
const order = { not_started: 0, arrived: 1, called_in: 2, out_safe: 3, detained_confirmed: 3, closed: 4 };

interface Props {
  /** What is known of it without a line is enough; what came of it is not kept. */
  appointment: KeptAppointment & { outcome?: string | null };
}

/** Four buttons, thumb-sized. What is done shows its time; what is on its way says so. */
export function LiveButtons({ appointment }: Props) {
  const { t } = useTranslation(['day', 'appointment']);
  const { tap, pending, late, takeBack, error } = useLiveTap(appointment.id);
  const [asking, setAsking] = useState(false);
  const { liveState, arrivedAt, calledInAt, outAt, zone, dueOutBy } = appointment;
  const known = liveState === 'overdue' ? (calledInAt ? 2 : 1) : order[liveState];
  // What waits for its sending has happened all the same.
  const reached = pending.reduce(
    (step, { event }) => (event === 'not_out' ? (calledInAt ? 2 : 1) : Math.max(step, stepOf(event))),
    known,
  );
  const isOutTakenBack = pending.some(({ event }) => event === 'not_out');
  const doneAt: Partial<Record<Event, string | null | undefined>> = {
    arrived: arrivedAt,
    called_in: calledInAt,
    out_safe: isOutTakenBack ? null : outAt,
  };
  const over = reached >= 3;
  const choose = (event: Event) => {
    if (event === 'detained' && !asking) return setAsking(true);
    setAsking(false);
    tap(event);
  };
  return (
    <section aria-label={t('live')} className={styles.live}>
      <p role="status" className={styles.state}>
        {late ? (
          <>
            <strong className={styles.owed}>{t('willBeSent', { count: pending.length })}</strong>
            {takeBack && (
              <Button variant="subtle" size="compact-sm" onClick={takeBack}>
                {t('takeBack')}
              </Button>
            )}
          </>
        ) : (
          <LiveMark appointment={appointment} />
        )}
        {!late && liveState === 'not_started' && !appointment.outcome && (
          <span className="muted">{t('appointment:values.liveState.not_started')}</span>
        )}
        {!over && calledInAt && dueOutBy && !appointment.overdue && (
          <span className="muted">{t('dueOut', { time: timeAt(dueOutBy, zone) })}</span>
        )}
      </p>
      <div className={styles.buttons}>
        {events.map((event) => {
          const done = doneAt[event] ?? (event === 'detained' && liveState === 'detained_confirmed');
          const waits = pending.find((one) => one.event === event);
          return (
            <button
              key={event}
              type="button"
              className={styles.big}
              data-event={event}
              data-done={Boolean(done) || undefined}
              data-pending={Boolean(waits) || undefined}
              disabled={over || reached >= stepOf(event)}
              onClick={() => choose(event)}
            >
              {t(`tap.${event}`)}
              {typeof done === 'string' && <time dateTime={done}>{timeAt(done, zone)}</time>}
              {!done && waits && <time>{timeAt(new Date(waits.tappedAt), zone)}</time>}
            </button>
          );
        })}
      </div>
      {liveState === 'out_safe' && !appointment.outcome && !isOutTakenBack && (
        <Button variant="subtle" data-event="not_out" onClick={() => tap('not_out')}>
          {t('notOut')}
        </Button>
      )}
      {asking && <ReallyDetained yes={() => choose('detained')} no={() => setAsking(false)} />}
      <ProblemNotice error={error} />
    </section>
  );
}
