import { Injectable } from '@nestjs/common';
import { UsersService } from '../auth/users.service.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { Alarms } from './alarms.js';
import { PlanService } from './plan.service.js';
import { isPending } from './reconcile.js';
import { givenWay, Reminder } from './reminder.entity.js';
import type { ChangeReminder, CreateReminder, ReminderAnswer } from './reminders.dto.js';
import { answerOf, RemindersService } from './reminders.service.js';
import { wordingLanguage } from './words/languages.js';

/** What is reminded of at an instant that somebody chose has no offset. */
const noOffset = 'PT0S';
const usefulMs = 30 * 86_400_000;

/** Reminders that people set themselves, for staff: a deadline, a packet to ask back. They wait in the application. */
@Injectable()
export class OwnRemindersService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly users: UsersService,
    private readonly plans: PlanService,
    private readonly reminders: RemindersService,
    private readonly alarms: Alarms,
  ) {}

  /** @throws Problem 422 for an instant that is past, or a recipient who is nobody here; 409 when it is set already */
  async create(
    work: Work,
    clientId: string,
    { kind, dueAt, recipientId = work.actor.userId }: CreateReminder,
  ): Promise<ReminderAnswer> {
    const file = await this.files.writable(work, clientId);
    const due = mustBeAhead(work, dueAt);
    await this.users.mustBeHere(work, 'recipientId', [recipientId]);
    await this.mustBeNew(work, clientId, kind, recipientId, due);
    const [recipient] = await work.sql<{ language: string | null }>(
      'SELECT language FROM users WHERE organization_id = $1 AND id = $2',
      [work.organizationId, recipientId],
    );
    const { zone } = await this.plans.inForce(work);
    const [row] = await work.insert(Reminder, [
      {
        clientId,
        subjectType: 'review',
        subjectId: clientId,
        kind,
        recipientType: 'user',
        recipientId,
        offset: noOffset,
        basis: due.toISOString(),
        dueAt: due,
        attemptAt: due,
        usefulUntil: new Date(due.getTime() + usefulMs),
        zone,
        channel: 'in_app',
        content: 'in_app_full',
        language: wordingLanguage(recipient?.language),
        state: 'scheduled',
      },
    ]);
    this.alarms.after(work, [row!]);
    work.audit({ event: 'reminder.created', subjectType: 'reminder', subjectId: row!.id, clientId, details: { kind } });
    return answerOf({ ...row!, clientCode: file.client.code });
  }

  /** @throws Problem 409 for what follows from an appointment or print, is not to be sent any more, or is set already */
  async change(work: Work, id: string, version: number, { dueAt }: ChangeReminder): Promise<ReminderAnswer> {
    const { clientCode, ...row } = await this.reminders.one(work, id, true);
    if (row.offset !== noOffset) {
      throw Problem.conflict(
        'reminder.derived',
        'This reminder follows from its appointment or fingerprints. Change those, or the plan.',
      );
    }
    if (!isPending(row, work.now))
      throw Problem.conflict('reminder.not_pending', 'Only what is not sent yet can be changed.', { state: row.state });
    const due = mustBeAhead(work, dueAt);
    await this.mustBeNew(work, row.subjectId, row.kind, row.recipientId, due, id);
    const changed = await work.change(Reminder, 'reminder', row, version, {
      dueAt: due,
      attemptAt: due,
      basis: due.toISOString(),
      usefulUntil: new Date(due.getTime() + usefulMs),
    });
    this.alarms.after(work, [changed]);
    work.audit({
      event: 'reminder.changed',
      subjectType: 'reminder',
      subjectId: id,
      clientId: row.clientId ?? undefined,
      details: { fields: ['dueAt'] },
    });
    return answerOf({ ...changed, clientCode });
  }

  /** The same reminder at the same moment would only be shown twice. */
  private async mustBeNew(
    work: Work,
    subjectId: string,
    kind: string,
    recipientId: string,
    due: Date,
    exceptId?: string,
  ): Promise<void> {
    const [same] = await work.sql(
      `SELECT 1 FROM reminders WHERE organization_id = $1 AND subject_type = 'review' AND subject_id = $2 AND kind = $3
         AND recipient_type = 'user' AND recipient_id = $4 AND "offset" = $5 AND basis = $6 AND state <> ALL($7)
         AND id IS DISTINCT FROM $8::uuid`,
      [work.organizationId, subjectId, kind, recipientId, noOffset, due.toISOString(), [...givenWay], exceptId ?? null],
    );
    if (same)
      throw new Problem(409, 'reminder.exists', 'The same reminder is set for this moment already.', {
        errors: [{ field: 'dueAt', code: 'reminder.exists', message: 'Choose another moment, or leave it as it is.' }],
      });
  }
}

function mustBeAhead(work: Work, dueAt: string): Date {
  const due = new Date(dueAt);
  if (due <= work.now) throw Problem.invalidField('dueAt', 'reminder.past', 'This moment is past. Choose one to come.');
  return due;
}
