import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Work } from '../platform/database/work.js';
import { Jobs, type NewJob } from '../platform/queue/jobs.js';

/** How far ahead alarms are set at once; the sweep sets those of what comes later. */
const aheadMs = 48 * 3_600_000;
/** An answer does not wait longer for the queue than this. */
const patienceMs = 1000;

/** An alarm that has not rung so long after its time is set once more. */
const lateMs = 30_000;
/** Alarms for one organisation and time: a second worker has one too, and more at once get in each other's way. */
const shares = 2;
const shareOf = (id: string) => Number.parseInt(id.slice(-2), 16) % shares;

interface Due {
  id: string;
  attemptAt: Date;
}

/**
 * The queue as an alarm clock. What is owed stands in PostgreSQL; an alarm that is lost or rings twice costs nothing but
 * a minute.
 */
@Injectable()
export class Alarms {
  private readonly logger = new Logger('reminders');
  private readonly waiting = new WeakMap<Work, Due[]>();

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Sets alarms once the work has committed. */
  after(work: Work, due: Due[]): void {
    const near = due.filter(({ attemptAt }) => attemptAt.getTime() - work.now.getTime() <= aheadMs);
    if (near.length === 0) return;
    const waiting = this.waiting.get(work);
    if (waiting) {
      waiting.push(...near);
      return;
    }
    const all = [...near];
    this.waiting.set(work, all);
    work.afterCommit(() => this.soon(work.organizationId, all));
  }

  /**
   * Sets alarms now; one that is set already is left as it is. One alarm is for all of an organisation that is due at its
   * time, or two where many are, so that two workers share them.
   */
  async set(organizationId: string, due: Due[]): Promise<void> {
    const now = this.clock.now().getTime();
    const jobs = new Map<string, NewJob<'reminder.due'>>();
    for (const { id, attemptAt } of due) {
      // What is late has an alarm of another name: the first one may wait for a time that a wrong clock gave it.
      const late = attemptAt.getTime() <= now - lateMs ? '-late' : '';
      const name = `due-${organizationId}-${attemptAt.getTime()}-${shareOf(id)}${late}`;
      jobs.set(name, { name: 'reminder.due', id: name, data: { organizationId }, delay: attemptAt.getTime() - now });
    }
    await this.jobs.add(...jobs.values());
  }

  /** A queue that does not answer must not hold up people; the sweep repeats this. */
  private async soon(organizationId: string, due: Due[]): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    const set = this.set(organizationId, due).catch((error: Error) => {
      this.logger.warn({ message: 'alarms not set', kind: error.name, count: due.length });
    });
    await Promise.race([set, patience]);
    clearTimeout(timer);
  }
}
