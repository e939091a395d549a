import { Injectable } from '@nestjs/common';
import { CaseFilesService } from '../clients/case-files.service.js';
import { reasonOf } from '../platform/channels/failure-codes.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { Alarms } from './alarms.js';
import { MessagesService } from './messages.service.js';
import { isPending } from './reconcile.js';
import type { ReminderState } from './reminder.values.js';
import type { ReminderAnswer, ReminderPreview, RemindersQuery, RemindersStatus } from './reminders.dto.js';
import { isPendingSql } from './due.queries.js';
import { countReminders, listReminders, needsCare, reminderById, type ReminderRow } from './reminders.queries.js';
import { textLength } from './words/segments.js';

/** States about which somebody can say that they have seen to it. */
const canBeAcknowledged: ReadonlySet<ReminderState> = new Set([
  'sent',
  'delivered',
  'unconfirmed',
  'failed',
  'carrier_blocked',
  'skipped_past_due',
  'escalated',
]);

const canBeRetried: ReadonlySet<ReminderState> = new Set(['failed', 'carrier_blocked', 'unconfirmed']);

@Injectable()
export class RemindersService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly messages: MessagesService,
    private readonly alarms: Alarms,
  ) {}

  async list(work: Work, query: RemindersQuery, clientId?: string): Promise<Page<ReminderAnswer>> {
    const scope = scopeOf('reminders', query, { clientId });
    const rows = await listReminders(work, query, positionOf(scope, query.cursor), clientId);
    const total = query.count ? await countReminders(work, query, clientId) : undefined;
    const page = pageFrom(scope, rows, query.limit, (row) => row.dueAt, answerOf, total);
    work.audit({ event: 'reminder.listed', clientId, details: { ids: page.items.map(({ id }) => id) } });
    return page;
  }

  async listOfClient(work: Work, clientId: string, query: RemindersQuery): Promise<Page<ReminderAnswer>> {
    await this.files.readable(work, clientId);
    return this.list(work, query, clientId);
  }

  async get(work: Work, id: string): Promise<ReminderAnswer> {
    const row = await this.one(work, id);
    this.note(work, row, 'read');
    return answerOf(row);
  }

  /** Takes back what is not sent yet; it is not made again, unless the date changes. */
  async cancel(work: Work, id: string): Promise<ReminderAnswer> {
    const row = await this.one(work, id, true);
    if (!isPending(row, work.now)) {
      throw row.state === 'enqueued'
        ? Problem.conflict('reminder.being_sent', 'This reminder is being sent at this moment. Look again in a minute.')
        : Problem.conflict('reminder.not_pending', 'Only what is not sent yet can be cancelled.', { state: row.state });
    }
    return this.handle(work, row, 'cancelled');
  }

  /** Somebody has seen to it: called the person, asked for the mail. */
  async acknowledge(work: Work, id: string): Promise<ReminderAnswer> {
    const row = await this.one(work, id, true);
    if (row.state === 'acknowledged') return answerOf(row);
    if (!canBeAcknowledged.has(row.state)) {
      throw Problem.conflict(
        'reminder.not_sent',
        'Only what went out, or failed, can be acknowledged. Cancel what is still to come.',
        {
          state: row.state,
        },
      );
    }
    return this.handle(work, row, 'acknowledged');
  }

  /**
   * Has another try made of what failed for good: the number was corrected, the mail server is back.
   * @throws Problem 409 unless it failed, 422 when it is too late to be of use
   */
  async retry(work: Work, id: string): Promise<ReminderAnswer> {
    const row = await this.one(work, id, true);
    if (!canBeRetried.has(row.state)) {
      throw Problem.conflict('reminder.not_failed', 'Only what could not be delivered can be tried again.', {
        state: row.state,
      });
    }
    if (row.usefulUntil <= work.now) {
      throw Problem.invalidField(
        'id',
        'reminder.too_late',
        'It is too late for this reminder to be of use. Reach the person another way.',
      );
    }
    const changes = { state: 'scheduled' as const, attempts: 0, attemptAt: work.now, lastErrorCode: null };
    await work.execute(
      `UPDATE reminders SET state = 'scheduled', attempts = 0, attempt_at = $3, lease_until = NULL, last_error_code = NULL,
         version = version + 1, updated_at = $3, updated_by = $4 WHERE organization_id = $1 AND id = $2`,
      [work.organizationId, id, work.now, work.actor.userId],
    );
    this.alarms.after(work, [{ id, attemptAt: work.now }]);
    this.note(work, row, 'retried');
    return answerOf({ ...row, ...changes, version: row.version + 1 });
  }

  async preview(work: Work, id: string): Promise<ReminderPreview> {
    const row = await this.one(work, id);
    this.note(work, row, 'previewed');
    const wording = await this.messages.wording(work, row, row.clientCode);
    const { channel } = row;
    return { channel, ...wording, length: channel === 'sms' ? textLength(wording.text) : null };
  }

  async status(work: Work): Promise<RemindersStatus> {
    const [row] = await work.sql<{ sweptAt: Date | null; running: boolean; late: number }>(
      `SELECT i.reminders_swept_at AS "sweptAt",
              coalesce(i.reminders_swept_at > clock_timestamp() - interval '3 minutes', false) AS running,
              (SELECT count(*) FROM reminders r WHERE r.organization_id = $1 AND r.state IN ('scheduled', 'enqueued')
               AND r.attempt_at < $2::timestamptz - interval '5 minutes' AND ${isPendingSql('$2')}) AS late
       FROM installation i`,
      [work.organizationId, work.now],
    );
    return { sweptAt: row?.sweptAt?.toISOString() ?? null, running: row?.running ?? false, late: row?.late ?? 0 };
  }

  private async handle(work: Work, row: ReminderRow, state: 'cancelled' | 'acknowledged'): Promise<ReminderAnswer> {
    await work.execute(
      `UPDATE reminders SET state = $3, handled_by = $4, handled_at = $5, lease_until = NULL, version = version + 1,
         updated_at = $5, updated_by = $4 WHERE organization_id = $1 AND id = $2`,
      [work.organizationId, row.id, state, work.actor.userId, work.now],
    );
    this.note(work, row, state);
    return answerOf({ ...row, state, version: row.version + 1, handledBy: work.actor.userId, handledAt: work.now });
  }

  /** @throws Problem 404 when absent or not the asking person's to see */
  async one(work: Work, id: string, lock = false): Promise<ReminderRow> {
    const row = await reminderById(work, id, lock);
    if (!row) throw Problem.notFound('reminder');
    return row;
  }

  private note(
    work: Work,
    { id, clientId }: ReminderRow,
    what: 'read' | 'previewed' | 'cancelled' | 'acknowledged' | 'retried',
  ): void {
    work.audit({ event: `reminder.${what}`, subjectType: 'reminder', subjectId: id, clientId: clientId ?? undefined });
  }
}

export function answerOf(row: ReminderRow): ReminderAnswer {
  const iso = (instant: Date | null) => instant?.toISOString() ?? null;
  return {
    id: row.id,
    version: row.version,
    clientId: row.clientId,
    clientCode: row.clientCode,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    recipientType: row.recipientType,
    recipientId: row.recipientId,
    kind: row.kind,
    channel: row.channel,
    offset: row.offset,
    dueAt: row.dueAt.toISOString(),
    zone: row.zone,
    content: row.content,
    language: row.language,
    state: row.state,
    needsCare: needsCare(row),
    attempts: row.attempts,
    nextAttemptAt: row.state === 'scheduled' ? iso(row.attemptAt) : null,
    sentAt: iso(row.sentAt),
    providerId: row.providerId,
    lastErrorCode: row.lastErrorCode,
    failureReason: row.lastErrorCode === null ? null : reasonOf(row.lastErrorCode),
    handledBy: row.handledBy,
    handledAt: iso(row.handledAt),
    createdAt: row.createdAt.toISOString(),
  };
}
