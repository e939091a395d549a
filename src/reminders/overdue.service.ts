import { Injectable } from '@nestjs/common';
import { AppointmentAccess, type OpenedAppointment } from '../appointments/appointment-access.js';
import { notify } from '../platform/channels/in-app.channel.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { DerivationService } from './derivation.service.js';
import type { OverdueAnswer, OverdueRung } from './overdue.dto.js';
import type { Owed } from './due.queries.js';

/**
 * Somebody is not out by the time that was agreed. The rungs of the ladder are reminders like all others, derived from
 * `dueOutBy` and as safe from crashes as they are; here is what happens when one is climbed, and what ends the climb.
 */
@Injectable()
export class OverdueService {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly derivation: DerivationService,
  ) {}

  /**
   * The ladder of one appointment in the order of its rungs, for those who work on the case or come along.
   * @throws Problem 404 when it is not theirs to see
   */
  async ladder(work: Work, appointmentId: string): Promise<OverdueAnswer> {
    const opened = await this.access.open(work, appointmentId);
    work.audit({
      event: 'appointment.read',
      subjectType: 'appointment',
      subjectId: appointmentId,
      clientId: opened.file.id,
    });
    return this.shown(work, opened);
  }

  /**
   * "I am seeing to it": nobody else is alarmed about this time. Another `dueOutBy` begins another ladder.
   * @throws Problem 404 when it is not theirs to see, 409 when nobody is overdue
   */
  async acknowledge(work: Work, appointmentId: string): Promise<OverdueAnswer> {
    const opened = await this.access.openOnTheDay(work, appointmentId);
    const { row, file } = opened;
    // An alarm that does not sound yet cannot be put out: nobody knows then that there will be something to see to.
    if (!row.dueOutBy || new Date(row.dueOutBy) > work.now) throw notOverdue();
    // As whoever climbs a rung does, or the two would wait for each other.
    await this.derivation.lock(work, [{ type: 'appointment', id: appointmentId }]);
    const held = await work.execute(
      `UPDATE reminders SET state = 'acknowledged', handled_by = $4, handled_at = $5, lease_until = NULL,
         version = version + 1, updated_at = $5, updated_by = $4
       WHERE organization_id = $1 AND subject_type = 'appointment' AND subject_id = $2 AND basis = $3
         AND kind = 'overdue_at_ice' AND state IN ('scheduled', 'enqueued', 'sent', 'delivered', 'failed', 'escalated')`,
      [work.organizationId, appointmentId, basisOf(row), work.actor.userId, work.now],
    );
    const answer = await this.shown(work, opened);
    if (held === 0 && !answer.acknowledgedAt) throw notOverdue();
    if (held > 0) {
      work.audit({
        event: 'appointment.overdue_acknowledged',
        subjectType: 'appointment',
        subjectId: appointmentId,
        clientId: file.id,
      });
      this.derivation.mark(work, { type: 'appointment', id: appointmentId }, true);
    }
    return answer;
  }

  /**
   * As a rung is climbed: the appointment is marked overdue, the rungs below count as unanswered, and whoever is written
   * to by mail finds it in the application as well.
   */
  async climb(work: Work, reminder: Owed): Promise<void> {
    const { subjectId, basis, kind, recipientId, recipientType, channel, clientId } = reminder;
    const marked = await work.execute(
      // Somebody who is tapping at this moment knows better; whoever holds the row is not waited for.
      `UPDATE appointments SET live_state = 'overdue', version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND id = (SELECT a.id FROM appointments a WHERE a.organization_id = $1 AND a.id = $2
         AND a.live_state IN ('arrived', 'called_in') AND a.due_out_by <= $3 FOR UPDATE SKIP LOCKED)`,
      [work.organizationId, subjectId, work.now, work.actor.userId],
    );
    if (marked > 0) {
      work.audit({
        event: 'appointment.overdue',
        subjectType: 'appointment',
        subjectId,
        clientId: clientId ?? undefined,
      });
      this.derivation.mark(work, { type: 'appointment', id: subjectId }, true);
    }
    await work.execute(
      `UPDATE reminders SET state = 'escalated', version = version + 1, updated_at = $5, updated_by = $6
       WHERE organization_id = $1 AND subject_type = 'appointment' AND subject_id = $2 AND basis = $3
         AND kind = 'overdue_at_ice' AND due_at < $4 AND state IN ('sent', 'delivered', 'failed')`,
      [work.organizationId, subjectId, basis, reminder.dueAt, work.now, work.actor.userId],
    );
    if (recipientType === 'user' && channel === 'email') {
      await notify(work, [{ userId: recipientId, about: { kind, subjectType: 'appointment', subjectId, clientId } }]);
    }
  }

  private async shown(work: Work, { row, seesCase }: OpenedAppointment): Promise<OverdueAnswer> {
    const rungs = await work.sql<
      Omit<OverdueRung, 'dueAt'> & { dueAt: Date; handledBy: string | null; handledAt: Date | null }
    >(
      `SELECT r.id, r.kind, r.due_at AS "dueAt", r.state, r.channel,
              ${seesCase ? 'u.display_name' : 'NULL::text'} AS recipient,
              r.handled_by AS "handledBy", r.handled_at AS "handledAt"
       FROM reminders r LEFT JOIN users u ON u.organization_id = r.organization_id AND u.id = r.recipient_id
       WHERE r.organization_id = $1 AND r.subject_type = 'appointment' AND r.subject_id = $2 AND r.basis IN ($3, $4)
         AND r.kind IN ('overdue_at_ice', 'locator_check') AND r.state NOT IN ('superseded', 'cancelled')
       ORDER BY r.due_at, r.id`,
      [work.organizationId, row.id, basisOf(row), new Date(row.startsAt).toISOString()],
    );
    const held = rungs.find(({ state, handledAt }) => state === 'acknowledged' && handledAt !== null);
    return {
      dueOutBy: row.dueOutBy ? basisOf(row) : null,
      acknowledgedAt: held?.handledAt?.toISOString() ?? null,
      acknowledgedBy: held?.handledBy ?? null,
      rungs: rungs.map(({ handledBy: _, handledAt: __, dueAt, ...rung }) => ({ ...rung, dueAt: dueAt.toISOString() })),
    };
  }
}

const notOverdue = () =>
  Problem.conflict(
    'appointment.not_overdue',
    'No alarm stands for this appointment. It begins when the person was called in and is not out by the time agreed.',
  );

/** The time that a ladder counts from, as its rungs carry it. */
const basisOf = ({ dueOutBy }: { dueOutBy?: Date | string | null }) =>
  dueOutBy ? new Date(dueOutBy).toISOString() : '';
