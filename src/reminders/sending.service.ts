import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DeliveryFailure, PermanentFailure, type Receipt, UnconfirmedFailure } from '../platform/channels/channel.js';
import { type ChannelName, Channels } from '../platform/channels/channels.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import type { JobTypes } from '../platform/queue/job-types.js';
import { Jobs } from '../platform/queue/jobs.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import { type Addressed, MessagesService } from './messages.service.js';
import { codeOf, OutcomesService, type Taken } from './outcomes.service.js';
import { OverdueService } from './overdue.service.js';
import { isUrgent } from './plan.js';
import { PlanService } from './plan.service.js';
import { lockDue, lockOwed, lockSubjectOf, type OfSubject, type Owed } from './due.queries.js';
import { isQuiet, outsideQuiet } from './schedule.js';
import { StopsElsewhereService } from './stops-elsewhere.service.js';

/** How long a process that handed a reminder to a channel is waited for; longer than any channel takes to answer. */
const leaseMs = 5 * 60_000;
/** A reminder that is no later than this is on time, whatever hour has begun meanwhile. */
const onTimeMs = 15 * 60_000;
/** An alarm may ring this much before its time, as clocks differ. */
const earlyMs = 1000;

/** Claimed in one transaction; a process that dies leaves no more than this in doubt. */
const remindersAtOnce = 250;
/** Handed to channels side by side, by each of those who send. */
const messagesAtOnce = 20;

/** Less than a lease in all. */
const patienceMs = [200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000];

interface Claimed extends Addressed {
  reminder: Owed;
}

const idsOf = (reminders: OfSubject[]) => reminders.map(({ id }) => id);
const soon = (work: Work) => new Date(work.now.getTime() + earlyMs);

/**
 * Writes what a provider answered also where the database is away for a while, as when it is started again: nobody else
 * knows it.
 */
async function patiently(write: () => Promise<void>): Promise<void> {
  for (const waitMs of patienceMs) {
    try {
      return await write();
    } catch {
      await sleep(waitMs);
    }
  }
  return write();
}

/** One after the other: what is done about one may matter to the next. */
async function inOrder<A, B>(items: A[], action: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await action(item));
  return results;
}

/**
 * Sends reminders when an alarm rings. In three steps, so that no transaction waits for a provider: the rows are claimed
 * if they are still owed; the channel sends; what came of it is written. A process that dies in between leaves a
 * claim that runs out. Then the reminder goes out again under the same message id where the channel delivers such a
 * message once, and is left as `unconfirmed` where it might come twice.
 */
@Injectable()
export class SendingService {
  private readonly logger = new Logger('reminders');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly channels: Channels,
    private readonly derivation: DerivationService,
    private readonly plans: PlanService,
    private readonly messages: MessagesService,
    private readonly alarms: Alarms,
    private readonly overdue: OverdueService,
    private readonly outcomes: OutcomesService,
    private readonly elsewhere: StopsElsewhereService,
  ) {
    jobs.handle('reminder.due', (data) => this.due(data));
  }

  /**
   * Sends everything that is due in an organisation, by batches, until there is no more; several may do so side by side,
   * here and in other processes. What somebody changes at this moment is left to the next sweep.
   */
  async due({ organizationId }: JobTypes['reminder.due']): Promise<void> {
    for (;;) {
      const locked: OfSubject[] = [];
      let claimed: Claimed[];
      try {
        claimed = await this.works.run(organizationId, async (work) => {
          // Sending does not wait for the disk: a claim that a crash of the database takes back is made anew, and whatever
          // must not go out twice is marked once more before it does.
          work.write({ text: 'SET LOCAL synchronous_commit = off', parameters: [] });
          locked.push(...(await lockDue(work, soon(work), remindersAtOnce)));
          return this.claim(work, locked);
        });
      } catch (error) {
        if (locked.length === 0) throw error;
        return this.oneByOne(organizationId, idsOf(locked));
      }
      await this.deliver(organizationId, claimed);
      if (locked.length < remindersAtOnce) return;
    }
  }

  /** Sends one. Does nothing when it is not owed, not yet due, sent, or being sent. */
  async ring({ organizationId, reminderId }: { organizationId: string; reminderId: string }): Promise<void> {
    const claimed = await this.works.run(organizationId, async (work) =>
      this.claim(work, await lockSubjectOf(work, reminderId)),
    );
    await this.deliver(organizationId, claimed);
  }

  /** One that cannot even be prepared must not keep those beside it from going out. @throws Error when none could be */
  private async oneByOne(organizationId: string, ids: string[]): Promise<void> {
    const errors: Error[] = [];
    for (const reminderId of ids)
      await this.ring({ organizationId, reminderId }).catch((error: Error) => errors.push(error));
    this.logger.error({ message: 'reminders could not be prepared', kind: errors[0]?.name, count: errors.length });
    if (errors.length === ids.length) throw errors[0]!;
  }

  /** Hands messages to their channels, some at a time, and writes what comes of them as it comes. */
  private async deliver(organizationId: string, batch: Claimed[]): Promise<void> {
    const texts = batch.filter(({ channel }) => channel === 'sms').map(({ message }) => message.to);
    const stopped = await this.elsewhere.among(organizationId, texts);
    const waiting = [...batch];
    const taken: Taken[] = [];
    let writing = false;
    // One hand writes for all; what others bring meanwhile is written with the next.
    const write = async () => {
      if (writing) return;
      writing = true;
      try {
        while (taken.length > 0) {
          // Those that answer in the same moment are written together.
          await turn();
          const some = taken.splice(0);
          await patiently(() => this.works.run(organizationId, (work) => this.outcomes.sent(work, some)));
        }
      } finally {
        writing = false;
      }
    };
    const hands = Array.from({ length: Math.min(messagesAtOnce, batch.length) }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const receipt = await this.handed(organizationId, next, stopped);
        if (!receipt) continue;
        taken.push({ reminder: next.reminder, receipt });
        await write();
      }
    });
    const failure = (await Promise.allSettled(hands)).find((one) => one.status === 'rejected');
    if (failure) throw failure.reason as Error;
  }

  private async handed(
    organizationId: string,
    claimed: Claimed,
    stopped: ReadonlySet<string>,
  ): Promise<Receipt | undefined> {
    if (!(await this.handOver(organizationId, claimed))) return undefined;
    const { reminder, channel, message } = claimed;
    try {
      // As the carrier would say it.
      if (channel === 'sms' && stopped.has(message.to)) throw new PermanentFailure('sms.opted_out', 'opted_out');
      return await this.channels.of(channel).send(message);
    } catch (error) {
      const unknown = error instanceof UnconfirmedFailure && !this.mayRepeat(reminder, channel);
      await patiently(() =>
        this.works.run(organizationId, (work) =>
          unknown
            ? this.outcomes.unconfirmed(work, reminder, codeOf(error))
            : this.outcomes.failed(work, reminder, error),
        ),
      );
      return undefined;
    }
  }

  /** Those of the reminders, whose subjects are locked, that are still owed and can be put into words. */
  private async claim(work: Work, locked: OfSubject[]): Promise<Claimed[]> {
    if (locked.length === 0) return [];
    await this.derivation.checkSubjectsOf(work, locked);
    const rows = await lockOwed(work, idsOf(locked), soon(work));
    await this.messages.prepare(work, rows);
    const claimed = (await inOrder(rows, (reminder) => this.claimOne(work, reminder))).filter(
      (one) => one !== undefined,
    );
    await this.hold(work, claimed);
    return claimed;
  }

  private async claimOne(work: Work, reminder: Owed): Promise<Claimed | undefined> {
    if (reminder.usefulUntil <= work.now) {
      await this.outcomes.tooLate(work, reminder);
      return undefined;
    }
    if (await this.postponed(work, reminder)) return undefined;
    if (isUrgent(reminder.kind)) await this.overdue.climb(work, reminder);
    const claimed = { ...reminder, attempts: reminder.attempts + 1 };
    try {
      const addressed = await this.messages.addressed(work, reminder);
      // Whoever held it before died before noting the answer.
      if (reminder.state === 'enqueued' && !this.mayRepeat(reminder, addressed.channel)) {
        await this.outcomes.unconfirmed(work, reminder, 'reminder.interrupted');
        return undefined;
      }
      return { reminder: claimed, ...addressed };
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      await this.outcomes.update(work, reminder, { state: 'enqueued', attempts: claimed.attempts });
      await this.outcomes.failed(work, claimed, error);
      return undefined;
    }
  }

  /**
   * Takes reminders in hand. What the channel might deliver twice stays `scheduled` until {@link handOver}: a process that
   * dies then leaves in doubt only what it was about to send.
   */
  private async hold(work: Work, claimed: Claimed[]): Promise<void> {
    if (claimed.length === 0) return;
    await work.execute(
      `UPDATE reminders r SET state = h.state, attempts = r.attempts + 1, lease_until = $2, version = r.version + 1,
         updated_at = $3, updated_by = $4 FROM unnest($5::uuid[], $6::text[]) AS h (id, state)
       WHERE r.organization_id = $1 AND r.id = h.id`,
      [
        work.organizationId,
        new Date(work.now.getTime() + leaseMs),
        work.now,
        work.actor.userId,
        claimed.map(({ reminder }) => reminder.id),
        claimed.map(({ reminder, channel }) => (this.mayRepeat(reminder, channel) ? 'enqueued' : 'scheduled')),
      ],
    );
  }

  /** @returns false where it was cancelled meanwhile, or is in other hands */
  private handOver(organizationId: string, { reminder, channel }: Claimed): Promise<boolean> {
    if (this.mayRepeat(reminder, channel)) return Promise.resolve(true);
    return this.works.run(organizationId, async (work) => {
      const changed = await work.execute(
        `UPDATE reminders SET state = 'enqueued', lease_until = $4, version = version + 1, updated_at = $5, updated_by = $6
         WHERE organization_id = $1 AND id = $2 AND state = 'scheduled' AND attempts = $3 AND lease_until IS NOT NULL`,
        [
          work.organizationId,
          reminder.id,
          reminder.attempts,
          new Date(work.now.getTime() + leaseMs),
          work.now,
          work.actor.userId,
        ],
      );
      return changed === 1;
    });
  }

  /** After an outage it may be night by now; then it waits for the morning, if that is not too late. */
  private async postponed(work: Work, reminder: Owed): Promise<boolean> {
    const { quietHours } = await this.plans.inForce(work);
    const late = work.now.getTime() - reminder.dueAt.getTime() > onTimeMs;
    if (
      reminder.channel === 'in_app' ||
      isUrgent(reminder.kind) ||
      !late ||
      !isQuiet(work.now, reminder.zone, quietHours)
    )
      return false;
    const attemptAt = outsideQuiet(work.now, reminder.zone, quietHours, work.now, reminder.usefulUntil);
    if (attemptAt <= work.now) return false;
    await this.outcomes.update(work, reminder, { state: 'scheduled', attempt_at: attemptAt, lease_until: null });
    this.alarms.after(work, [{ id: reminder.id, attemptAt }]);
    return true;
  }

  /** Whether handing it over once more, not knowing whether it went out, does no harm; an alarm rather comes twice. */
  private mayRepeat({ kind }: Owed, channel: ChannelName): boolean {
    return this.channels.of(channel).deliversOnce || isUrgent(kind);
  }
}
