import { Injectable, Logger } from '@nestjs/common';
import { DeliveryFailure, PermanentFailure, type Receipt } from '../platform/channels/channel.js';
import { Channels } from '../platform/channels/channels.js';
import type { FailureCode } from '../platform/channels/failure-codes.js';
import type { Work } from '../platform/database/work.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import type { Owed } from './due.queries.js';
import { nextTry, triedUntil } from './retry.js';
import { tellStaff } from './tell-staff.js';
import { TextStopsService } from './text-stops.service.js';

/** After this the provider is to forget the words of a message of which it reports nothing. */
const wordsHeldMs = 24 * 3_600_000;

/** A reminder that a channel has taken. */
export interface Taken {
  reminder: Owed;
  receipt: Receipt;
}

/** What went wrong, for the row and the audit; never a text of the provider's. */
export const codeOf = (error: unknown): FailureCode =>
  error instanceof DeliveryFailure ? error.code : 'channel.error';

/** Writes what came of a reminder: into its row, into the audit, and to the staff where they have to act. */
@Injectable()
export class OutcomesService {
  private readonly logger = new Logger('reminders');

  constructor(
    private readonly channels: Channels,
    private readonly derivation: DerivationService,
    private readonly alarms: Alarms,
    private readonly stops: TextStopsService,
  ) {}

  /** Those that were given up meanwhile stay as they are. */
  async sent(work: Work, taken: Taken[]): Promise<void> {
    const rows = await work.sql<{ id: string }>(
      // The answer may come after others gave it up.
      `UPDATE reminders r SET state = 'sent', sent_at = $2, provider_id = t.provider_id, lease_until = NULL,
         last_error_code = NULL, redact_at = CASE WHEN r.channel = 'sms' THEN $7::timestamptz END,
         version = r.version + 1, updated_at = $2, updated_by = $3
       FROM unnest($4::uuid[], $5::int[], $6::text[]) AS t (id, attempts, provider_id)
       WHERE r.organization_id = $1 AND r.id = t.id AND r.attempts = t.attempts AND r.state IN ('enqueued', 'unconfirmed')
       RETURNING r.id`,
      [
        work.organizationId,
        work.now,
        work.actor.userId,
        taken.map(({ reminder }) => reminder.id),
        taken.map(({ reminder }) => reminder.attempts),
        taken.map(({ receipt }) => receipt.providerId.slice(0, 200)),
        this.channels.of('sms').redact ? new Date(work.now.getTime() + wordsHeldMs) : null,
      ],
    );
    const marked = new Set(rows.map(({ id }) => id));
    for (const { reminder } of taken)
      if (marked.has(reminder.id)) this.note(work, reminder, 'sent', { attempt: reminder.attempts });
  }

  /** It may have gone out, or not; nobody but a person can find out. */
  async unconfirmed(work: Work, reminder: Owed, code: FailureCode): Promise<void> {
    const changes = { state: 'unconfirmed', last_error_code: code, lease_until: null };
    if (!(await this.update(work, reminder, changes, reminder.attempts))) return;
    await tellStaff(work, reminder, 'delivery_unconfirmed');
    this.note(work, reminder, 'unconfirmed', { attempt: reminder.attempts, code });
  }

  /** Tries again later where that may help and is in time; otherwise takes the next way there is. */
  async failed(work: Work, reminder: Owed, error: unknown): Promise<void> {
    const code = codeOf(error);
    if (!(error instanceof DeliveryFailure))
      this.logger.warn({ message: 'channel failed', kind: (error as Error)?.name });
    const attemptAt = nextTry(error, reminder.attempts, work.now);
    const again = attemptAt !== undefined && attemptAt < triedUntil(reminder);
    const changes = { last_error_code: code, lease_until: null };
    const state = error instanceof PermanentFailure ? error.state : 'failed';
    if (again) {
      await this.update(work, reminder, { ...changes, state: 'scheduled', attempt_at: attemptAt }, reminder.attempts);
      this.alarms.after(work, [{ id: reminder.id, attemptAt }]);
    } else if (await this.update(work, reminder, { ...changes, state }, reminder.attempts)) {
      await tellStaff(work, reminder, 'delivery_failed');
      if (state === 'opted_out' && reminder.clientId) await this.stops.ofClient(work, reminder.clientId, reminder.id);
      // Perhaps there is another way.
      this.derivation.markSubjectOf(work, reminder);
    }
    this.note(work, reminder, again ? 'postponed' : 'failed', { attempt: reminder.attempts, code });
  }

  async tooLate(work: Work, reminder: Owed): Promise<void> {
    const code: FailureCode = 'reminder.too_late';
    await this.update(work, reminder, { state: 'skipped_past_due', last_error_code: code, lease_until: null });
    if (reminder.recipientType === 'client') await tellStaff(work, reminder, 'reminder_too_late');
    this.note(work, reminder, 'skipped', { code });
  }

  /** @param attempt only while this attempt is the latest. @returns whether the row was changed */
  async update(work: Work, { id }: Owed, changes: Record<string, unknown>, attempt?: number): Promise<boolean> {
    const parameters: unknown[] = [work.organizationId, id, work.now, work.actor.userId];
    const assignments = Object.entries(changes).map(([column, value]) => `${column} = $${parameters.push(value)}`);
    const condition = attempt === undefined ? '' : `AND state = 'enqueued' AND attempts = $${parameters.push(attempt)}`;
    const changed = await work.execute(
      `UPDATE reminders SET ${assignments.join(', ')}, version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND id = $2 ${condition}`,
      parameters,
    );
    return changed === 1;
  }

  private note(
    work: Work,
    reminder: Owed,
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
