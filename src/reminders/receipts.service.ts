import { Injectable } from '@nestjs/common';
import type { FailureCode } from '../platform/channels/failure-codes.js';
import type { DeliveryReport } from '../platform/channels/inbound.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { DerivationService } from './derivation.service.js';
import { Reminder } from './reminder.entity.js';
import type { ReminderState } from './reminder.values.js';
import { tellStaff } from './tell-staff.js';
import { TextStopsService } from './text-stops.service.js';

/** States in which a report still says something new. */
const open: ReadonlySet<ReminderState> = new Set(['enqueued', 'sent', 'unconfirmed']);

/** What providers report of messages that went out: that they are on their way, arrived, or did not. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly works: Works,
    private readonly derivation: DerivationService,
    private readonly stops: TextStopsService,
  ) {}

  /** Reports come in any order, and more than once; of what is not known, or not sent, nothing is taken. */
  async take(organizationId: string, reminderId: string, report: DeliveryReport): Promise<void> {
    await this.works.run(organizationId, async (work) => {
      const reminder = await this.locked(work, reminderId);
      if (reminder) await this.takeIn(work, reminder, report);
    });
  }

  /** First the subject, then the row, as everybody who changes both. */
  private async locked(work: Work, id: string): Promise<Reminder | undefined> {
    await work.sql(
      `SELECT pg_advisory_xact_lock(hashtextextended(r.subject_id::text, 0)) FROM reminders r
       WHERE r.organization_id = $1 AND r.id = $2`,
      [work.organizationId, id],
    );
    const [reminder] = await work.sql<Reminder>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(Reminder), 'r')} FROM reminders r
       WHERE r.organization_id = $1 AND r.id = $2 AND r.channel = 'sms' FOR UPDATE`,
      [work.organizationId, id],
    );
    return reminder;
  }

  private async takeIn(work: Work, reminder: Reminder, { providerId, state, code }: DeliveryReport): Promise<void> {
    const isLatest = reminder.providerId === null || reminder.providerId === providerId;
    if (state === 'sent') {
      if (reminder.state === 'enqueued' || reminder.state === 'unconfirmed')
        await this.write(work, reminder, { state, providerId, code: null, redactAt: null });
      return;
    }
    if (state === 'delivered') {
      // It arrived, whichever try it was.
      if (!open.has(reminder.state)) return;
      await this.write(work, reminder, { state, providerId, code: null, redactAt: work.now });
      this.note(work, reminder, 'delivered');
      return;
    }
    if (!open.has(reminder.state) || !isLatest) return;
    const named = code && /^[\w.]{1,40}$/.test(code) ? `sms.${code}` : ('sms.undelivered' satisfies FailureCode);
    await this.write(work, reminder, { state, providerId, code: named, redactAt: work.now });
    this.note(work, reminder, 'undelivered', named);
    await tellStaff(work, reminder, 'delivery_failed');
    if (state === 'opted_out' && reminder.clientId) await this.stops.ofClient(work, reminder.clientId, providerId);
    this.derivation.markSubjectOf(work, reminder);
  }

  private async write(
    work: Work,
    { id }: Reminder,
    {
      state,
      providerId,
      code,
      redactAt,
    }: { state: ReminderState; providerId: string; code: string | null; redactAt: Date | null },
  ): Promise<void> {
    await work.execute(
      `UPDATE reminders SET state = $3, provider_id = $4, last_error_code = $5, redact_at = coalesce($6, redact_at),
         sent_at = coalesce(sent_at, $7), lease_until = NULL, version = version + 1, updated_at = $7, updated_by = $8
       WHERE organization_id = $1 AND id = $2`,
      [work.organizationId, id, state, providerId, code, redactAt, work.now, work.actor.userId],
    );
  }

  private note(work: Work, reminder: Reminder, what: 'delivered' | 'undelivered', code?: string): void {
    const { id, clientId, kind, channel } = reminder;
    const about = { subjectType: 'reminder', subjectId: id, clientId: clientId ?? undefined };
    if (what === 'delivered') work.audit({ event: 'reminder.delivered', ...about, details: { kind, channel } });
    else work.audit({ event: 'reminder.undelivered', ...about, details: { kind, channel, code } });
  }
}
