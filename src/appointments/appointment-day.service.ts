import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { dateIn } from '../platform/http/values.js';
import { AppointmentAccess, type OpenedAppointment } from './appointment-access.js';
import type { Appointment } from './appointment.entity.js';
import type { AppointmentOutcome } from './appointment.fields.js';
import type { AppointmentAnswer, AppointmentOnTheDay } from './appointments.dto.js';
import { AppointmentsService } from './appointments.service.js';
import { fieldsUnder } from './fields-under.js';
import type { LiveTap, NextAppointment, RecordOutcome, VenueCounts } from './live.dto.js';
import { afterTap } from './live-states.js';
import { VenueObservationsService } from './venue-observations.service.js';

/** People are called in before their time; an outcome is not known earlier than this before it. */
const hoursBeforeStart = 2;

const notAttended: ReadonlySet<AppointmentOutcome> = new Set(['did_not_attend_advised', 'did_not_attend_other']);

type Shown = Promise<AppointmentAnswer | AppointmentOnTheDay>;

/** The day itself and what came of it, told by those who work on the case or come along. */
@Injectable()
export class AppointmentDayService {
  constructor(
    private readonly access: AppointmentAccess,
    private readonly appointments: AppointmentsService,
    private readonly venues: VenueObservationsService,
  ) {}

  /**
   * Takes a tap. Telephones act on what they last saw, so no version is asked for; the row is locked and the order of
   * steps decides. Emits RecordChanged, from which the alarm follows.
   * @throws Problem 409 when it would go back, 422 on `at` and `dueOutBy`
   */
  async live(work: Work, id: string, tap: LiveTap): Shown {
    const opened = standing(await this.access.openOnTheDay(work, id));
    const changes = afterTap(opened.row as never, tap, work.now);
    if (Object.keys(changes).length === 0) {
      work.audit({ event: 'appointment.read', subjectType: 'appointment', subjectId: id, clientId: opened.file.id });
      return this.appointments.shown(work, opened);
    }
    const after = await this.appointments.changeOpened(work, opened, changes, {
      event: 'appointment.live',
      details: { event: tap.event },
    });
    return this.appointments.shown(work, after);
  }

  /**
   * Writes down what came of it, with the waiting room and the next appointment: all or nothing. Told again, it is
   * corrected, the next appointment with it.
   * @param version checked when the caller says which one they read
   * @throws Problem 412 when that is stale, 422 when it is too early to know, or on `nextAppointment.…`
   */
  async outcome(work: Work, id: string, version: number | undefined, input: RecordOutcome): Shown {
    const opened = standing(await this.access.openForChange(work, id));
    const { row } = opened;
    if (version !== undefined && version !== row.version) throw Problem.stale('appointment', row.version);
    mustNotBeEarly(work, row, input.outcome);
    const { venue, nextAppointment, ...told } = input;
    const next =
      nextAppointment && (await fieldsUnder('nextAppointment', () => this.next(work, opened, nextAppointment)));
    if (venue) await this.waitingRoom(work, opened, venue);
    const after = await this.appointments.changeOpened(
      work,
      opened,
      {
        ...told,
        status: notAttended.has(input.outcome) ? 'missed' : 'completed',
        liveState: input.outcome === 'detained' ? 'detained_confirmed' : 'closed',
        ...(next ? { nextAppointmentId: next.id } : {}),
      },
      { event: 'appointment.outcome', details: { fields: Object.keys(input) } },
    );
    return this.appointments.shown(work, after);
  }

  private next(work: Work, { file, row }: OpenedAppointment, wanted: NextAppointment): Promise<{ id: string }> {
    if (new Date(wanted.startsAt) <= new Date(row.startsAt)) {
      throw Problem.invalidField('startsAt', 'appointment.not_after', 'The next appointment must be after this one.');
    }
    return row.nextAppointmentId
      ? this.appointments.changeIn(work, file, row.nextAppointmentId, wanted)
      : this.appointments.createIn(work, file, wanted as never);
  }

  /** Of the day and the place, by the one who tells; told again, the counts of the first telling are corrected. */
  private async waitingRoom(work: Work, { file, row }: OpenedAppointment, counts: VenueCounts): Promise<void> {
    const observedOn = dateIn(row.zone, new Date(row.startsAt));
    const observation = { ...counts, observedOn, placeId: row.placeId };
    const isAttorney = file.client.assignedAttorneyId === work.actor.userId;
    await this.venues.seen(work, observation, { appointmentId: row.id, isAttorney, again: Boolean(row.outcome) });
  }
}

function standing(opened: OpenedAppointment): OpenedAppointment {
  if (opened.row.status !== 'cancelled') return opened;
  throw Problem.conflict(
    'appointment.cancelled',
    'This appointment was cancelled. If the person goes all the same, schedule it again first.',
  );
}

function mustNotBeEarly(work: Work, row: Appointment, outcome: AppointmentOutcome): void {
  const knownFrom = new Date(row.startsAt).getTime() - hoursBeforeStart * 3_600_000;
  if (work.now.getTime() >= knownFrom || row.arrivedAt || row.calledInAt || notAttended.has(outcome)) return;
  throw Problem.invalidField(
    'outcome',
    'outcome.before_appointment',
    'The appointment has not begun. If it was moved, change its time; if it was called off, cancel it.',
  );
}
