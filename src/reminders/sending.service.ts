import { Injectable, Logger } from '@nestjs/common';
import { DeliveryFailure, PermanentFailure, type Receipt, UnconfirmedFailure } from '../platform/channels/channel.js';
import { type ChannelName, Channels } from '../platform/channels/channels.js';
import { notify } from '../platform/channels/in-app.channel.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import type { JobTypes } from '../platform/queue/job-types.js';
import { Jobs } from '../platform/queue/jobs.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import { type Addressed, MessagesService } from './messages.service.js';
import { OverdueService } from './overdue.service.js';
import { isUrgent } from './plan.js';
import { PlanService } from './plan.service.js';
import { Reminder } from './reminder.entity.js';
import type { ReminderState } from './reminder.values.js';
import { isPendingSql, responsibleFor } from './reminders.queries.js';
import { isQuiet, outsideQuiet } from './schedule.js';

/** How long a process that handed a reminder to a channel is waited for; longer than any channel takes to answer. */
const leaseMs = 5 * 60_000;
/** A reminder that is no later than this is on time, whatever hour has begun meanwhile. */
const onTimeMs = 15 * 60_000;
/** An alarm may ring this much before its time, as clocks differ. */
const earlyMs = 1000;
const mostAttempts = 12;
const minute = 60_000;

const codeOf = (error: unknown) => (error instanceof DeliveryFailure ? error.code.slice(0, 60) : 'channel.error');

/** Waits 1, 2, 4 ... minutes, never more than an hour. */
const backoff = (attempts: number) => Math.min(2 ** (attempts - 1), 60) * minute;

interface Claimed extends Addressed {
  reminder: Reminder;
}

/**
 * Sends one reminder when its alarm rings. In three steps, so that no transaction waits for a provider: the row is
 * claimed if it is still owed; the channel sends; what came of it is written. A process that dies in between leaves a
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
  ) {
    jobs.handle('reminder.due', (data) => this.ring(data));
  }

  /** Does nothing when the reminder is not owed, not yet due, sent, or being sent. */
  async ring({ organizationId, reminderId }: JobTypes['reminder.due']): Promise<void> {
    const claimed = await this.works.run(organizationId, (work) => this.claim(work, reminderId));
    if (!claimed) return;
    const { reminder, channel, message } = claimed;
    let receipt: Receipt;
    try {
      receipt = await this.channels.of(channel).send(message);
    } catch (error) {
      await this.works.run(organizationId, (work) =>
        error instanceof UnconfirmedFailure && !this.mayRepeat(reminder, channel)
          ? this.unconfirmed(work, reminder, codeOf(error))
          : this.failed(work, reminder, error),
      );
      return;
    }
    await this.works.run(organizationId, (work) => this.sent(work, reminder, receipt));
  }

  private async claim(work: Work, id: string): Promise<Claimed | undefined> {
    const [peeked] = await work.sql<Pick<Reminder, 'subjectType' | 'subjectId'>>(
      `SELECT r.subject_type AS "subjectType", r.subject_id AS "subjectId" FROM reminders r
       WHERE r.organization_id = $1 AND r.id = $2 AND ${isPendingSql('$3')}`,
      [work.organizationId, id, work.now],
    );
    if (!peeked) return undefined;
    // Is it still owed? By the rules that made it, on what is known now; under the lock that every change of it takes.
    const { subjectType: type, subjectId } = peeked;
    if (type === 'appointment' || type === 'fingerprint_event') {
      const subject = { type, id: subjectId };
      await this.derivation.lock(work, [subject]);
      await this.derivation.check(work, subject);
    }
    const [reminder] = await work.sql<Reminder>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(Reminder), 'r')} FROM reminders r
       WHERE r.organization_id = $1 AND r.id = $2 AND ${isPendingSql('$3')} FOR UPDATE SKIP LOCKED`,
      [work.organizationId, id, work.now],
    );
    if (!reminder || reminder.attemptAt.getTime() > work.now.getTime() + earlyMs) return undefined;
    if (reminder.usefulUntil <= work.now) {
      await this.tooLate(work, reminder);
      return undefined;
    }
    if (await this.postponed(work, reminder)) return undefined;
    if (isUrgent(reminder.kind)) await this.overdue.climb(work, reminder);
    return this.handOver(work, reminder);
  }

  private async handOver(work: Work, reminder: Reminder): Promise<Claimed | undefined> {
    const attempts = reminder.attempts + 1;
    const claimed = { ...reminder, attempts };
    let addressed: Addressed;
    try {
      addressed = await this.messages.addressed(work, reminder);
      // Whoever held it before died before noting the answer.
      if (reminder.state === 'enqueued' && !this.mayRepeat(reminder, addressed.channel)) {
        await this.unconfirmed(work, reminder, 'reminder.interrupted');
        return undefined;
      }
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      await this.update(work, reminder, { state: 'enqueued', attempts });
      await this.failed(work, claimed, error);
      return undefined;
    }
    await this.update(work, reminder, {
      state: 'enqueued',
      attempts,
      lease_until: new Date(work.now.getTime() + leaseMs),
    });
    return { reminder: claimed, ...addressed };
  }

  /** After an outage it may be night by now; then it waits for the morning, if that is not too late. */
  private async postponed(work: Work, reminder: Reminder): Promise<boolean> {
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
    await this.update(work, reminder, { state: 'scheduled', attempt_at: attemptAt, lease_until: null });
    this.alarms.after(work, [{ id: reminder.id, attemptAt }]);
    return true;
  }

  private async sent(work: Work, reminder: Reminder, { providerId }: Receipt): Promise<void> {
    const changes = {
      state: 'sent',
      sent_at: work.now,
      provider_id: providerId.slice(0, 200),
      lease_until: null,
      last_error_code: null,
    };
    // The answer may come after others gave it up.
    await this.update(work, reminder, changes, reminder.attempts, ['enqueued', 'unconfirmed']);
    this.note(work, reminder, 'sent', { attempt: reminder.attempts });
  }

  /** Whether handing it over once more, not knowing whether it went out, does no harm; an alarm rather comes twice. */
  private mayRepeat({ kind }: Reminder, channel: ChannelName): boolean {
    return this.channels.of(channel).deliversOnce || isUrgent(kind);
  }

  /** It may have gone out, or not; nobody but a person can find out. */
  private async unconfirmed(work: Work, reminder: Reminder, code: string): Promise<void> {
    const changes = { state: 'unconfirmed', last_error_code: code, lease_until: null };
    if (!(await this.update(work, reminder, changes, reminder.attempts))) return;
    await this.tellStaff(work, reminder, 'delivery_unconfirmed');
    this.note(work, reminder, 'unconfirmed', { attempt: reminder.attempts, code });
  }

  private async failed(work: Work, reminder: Reminder, error: unknown): Promise<void> {
    const code = codeOf(error);
    if (!(error instanceof DeliveryFailure))
      this.logger.warn({ message: 'channel failed', kind: (error as Error)?.name });
    const attemptAt = new Date(work.now.getTime() + backoff(reminder.attempts));
    const again =
      !(error instanceof PermanentFailure) && reminder.attempts < mostAttempts && attemptAt < reminder.usefulUntil;
    const changes = { last_error_code: code, lease_until: null };
    if (again) {
      await this.update(work, reminder, { ...changes, state: 'scheduled', attempt_at: attemptAt }, reminder.attempts);
      this.alarms.after(work, [{ id: reminder.id, attemptAt }]);
    } else if (await this.update(work, reminder, { ...changes, state: 'failed' }, reminder.attempts)) {
      await this.tellStaff(work, reminder, 'delivery_failed');
    }
    this.note(work, reminder, again ? 'postponed' : 'failed', { attempt: reminder.attempts, code });
  }

  private async tooLate(work: Work, reminder: Reminder): Promise<void> {
    await this.update(work, reminder, {
      state: 'skipped_past_due',
      last_error_code: 'reminder.too_late',
      lease_until: null,
    });
    if (reminder.recipientType === 'client') await this.tellStaff(work, reminder, 'reminder_too_late');
    this.note(work, reminder, 'skipped', { code: 'reminder.too_late' });
  }

  /** A person who answers for the case learns of it in the application, in the same transaction. */
  private async tellStaff(work: Work, reminder: Reminder, kind: string): Promise<void> {
    const userId = await responsibleFor(work, reminder.id);
    if (!userId) return;
    const { subjectType, subjectId, clientId } = reminder;
    await notify(work, [{ userId, about: { kind, subjectType, subjectId, clientId } }]);
  }

  /** @param attempt only while this attempt is the latest. @returns whether the row was changed */
  private async update(
    work: Work,
    { id }: Reminder,
    changes: Record<string, unknown>,
    attempt?: number,
    states: readonly ReminderState[] = ['enqueued'],
  ): Promise<boolean> {
    const parameters: unknown[] = [work.organizationId, id, work.now, work.actor.userId];
    const assignments = Object.entries(changes).map(([column, value]) => `${column} = $${parameters.push(value)}`);
    const condition =
      attempt === undefined
        ? ''
        : `AND state = ANY($${parameters.push(states)}) AND attempts = $${parameters.push(attempt)}`;
    const changed = await work.execute(
      `UPDATE reminders SET ${assignments.join(', ')}, version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND id = $2 ${condition}`,
      parameters,
    );
    return changed === 1;
  }

  private note(
    work: Work,
    reminder: Reminder,
    what: 'sent' | 'postponed' | 'failed' | 'unconfirmed' | 'skipped',
    details: { attempt?: number; code?: string },
  ): void {
    const { id, clientId, kind, channel } = reminder;
    work.audit({
      event: `reminder.${what}`,
      subjectType: 'reminder',
      subjectId: id,
      clientId: clientId ?? undefined,
      details: { kind, channel, ...details },
    });
  }
}
