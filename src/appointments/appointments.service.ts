import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { RecordChanged } from '../clients/record-changed.js';
import { PlacesService } from '../places/places.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { AuditLine, Work } from '../platform/database/work.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import { dateIn, daysBetween } from '../platform/http/values.js';
import { AccompanimentsService } from './accompaniments.service.js';
import { AppointmentAccess, type OpenedAppointment } from './appointment-access.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentFields, AppointmentOutcomeFields } from './appointment.fields.js';
import { insideStates } from './appointment.values.js';
import type { AppointmentAnswer, AppointmentOnTheDay } from './appointments.dto.js';
import { surroundingsOf } from './appointments.queries.js';
import { DaySheetService, isOverdue } from './day-sheet.service.js';

/** Letters call people in within weeks; a date further off than this is more likely a slip of the pen. */
const usualNoticeDays = 120;

type Values = AppointmentFields & Partial<AppointmentOutcomeFields>;

/** Appointments of case files: made, moved, cancelled. The day itself is {@link AppointmentDayService}'s. */
@Injectable()
export class AppointmentsService extends CaseRecords<Appointment, Values, AppointmentAnswer> {
  constructor(
    files: CaseFilesService,
    events: DomainEvents,
    private readonly access: AppointmentAccess,
    private readonly accompaniments: AccompanimentsService,
    private readonly sheet: DaySheetService,
    private readonly places: PlacesService,
  ) {
    super(files, { entity: Appointment, fields: AppointmentOutcomeFields, noun: 'appointment' }, events);
  }

  /** For whoever comes along the day sheet's line, for those who see the case everything. @throws Problem 404 otherwise */
  async read(work: Work, id: string): Promise<AppointmentAnswer | AppointmentOnTheDay> {
    const opened = await this.access.open(work, id);
    work.audit({ event: 'appointment.read', subjectType: 'appointment', subjectId: id, clientId: opened.file.id });
    return this.shown(work, opened);
  }

  /** Deletes it; appointments that named it as the next are unlinked. */
  override async remove(work: Work, id: string): Promise<void> {
    await work.execute(
      `UPDATE appointments SET next_appointment_id = NULL, version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND next_appointment_id = $2`,
      [work.organizationId, id, work.now, work.actor.userId],
    );
    await super.remove(work, id);
  }

  /** The answer for the one who opened it. */
  shown(work: Work, { file, row, seesCase }: OpenedAppointment): Promise<AppointmentAnswer | AppointmentOnTheDay> {
    return seesCase ? this.answer(work, file, row) : this.sheet.line(work, row.id);
  }

  /** Saves what happened on the day to an appointment that is open for change; raises its version and emits RecordChanged. */
  async changeOpened(
    work: Work,
    opened: OpenedAppointment,
    changes: Partial<AppointmentOutcomeFields>,
    told: Pick<AuditLine<'appointment.changed' | 'appointment.live' | 'appointment.outcome'>, 'event' | 'details'>,
  ): Promise<OpenedAppointment> {
    const { file, row } = opened;
    const stored = file.stored(AppointmentOutcomeFields, this.table(work), row.id, changes) as Partial<Appointment>;
    const after = await work.change(Appointment, 'appointment', row, row.version, stored);
    work.audit({ ...told, subjectType: 'appointment', subjectId: row.id, clientId: file.id });
    await work.emit(new RecordChanged('appointment', file, row, after));
    return { ...opened, row: after };
  }

  /** Changes an appointment of a case file that is already at hand, as {@link change} does. */
  async changeIn(
    work: Work,
    file: CaseFile,
    id: string,
    input: Partial<AppointmentFields>,
  ): Promise<AppointmentAnswer> {
    const row = await this.row(work, id);
    if (row?.clientId !== file.id) throw Problem.notFound('appointment');
    const previous = await this.answer(work, file, row);
    const { values } = await this.judge(work, file, { ...previous, ...input }, previous);
    const { kind, startsAt, zone, placeId, room, dueOutBy } = values;
    const fields = Object.keys(input);
    const opened = await this.changeOpened(
      work,
      { file, row, seesCase: true },
      { kind, startsAt, zone, placeId, room, dueOutBy },
      { event: 'appointment.changed', details: { fields } },
    );
    return this.answer(work, file, opened.row);
  }

  protected override async judge(
    work: Work,
    file: CaseFile,
    given: Values,
    previous?: AppointmentAnswer,
  ): Promise<Judgement<Values>> {
    const values = { ...given, startsAt: new Date(given.startsAt).toISOString() };
    const around = await surroundingsOf(work, values.placeId, values.letterId ?? null);
    if (around.zone === null)
      throw Problem.invalidField('placeId', 'place.unknown', 'There is no such place here. Choose from /api/places.');
    const elsewhere = previous !== undefined && previous.placeId !== values.placeId;
    if (values.zone === undefined || (elsewhere && values.zone === previous.zone)) values.zone = around.zone;
    const warnings: FieldError[] = [];
    if (values.letterId && (values.letterId !== previous?.letterId || values.startsAt !== previous.startsAt)) {
      if (around.letterClientId !== file.id)
        throw Problem.invalidField('letterId', 'letter.unknown', 'This case file has no such letter.');
      warnings.push(...judgedByLetter(values, around.receivedOn!, around.receivedOnPrecision === 'exact'));
    }
    if (previous) await this.judgeChange(work, file, values, previous);
    return { values, warnings };
  }

  protected override async derive(
    work: Work,
    file: CaseFile,
    answers: AppointmentAnswer[],
  ): Promise<AppointmentAnswer[]> {
    if (answers.length === 0) return answers;
    const [places, companions] = await Promise.all([
      this.places.byIds(work, [...new Set(answers.map((answer) => answer.placeId))]),
      this.accompaniments.ofAppointments(
        work,
        file,
        answers.map((answer) => answer.id),
      ),
    ]);
    return answers.map((answer) => ({
      ...answer,
      code: file.client.code,
      placeName: places.get(answer.placeId)!.name,
      overdue: isOverdue(work, answer),
      accompaniments: companions.get(answer.id) ?? [],
    }));
  }

  private async judgeChange(work: Work, file: CaseFile, values: Values, previous: AppointmentAnswer): Promise<void> {
    const moved = values.startsAt !== previous.startsAt;
    const cancelled = values.status === 'cancelled' && previous.status !== 'cancelled';
    const underWay = insideStates.has(previous.liveState);
    if (underWay && (cancelled || (moved && dayOf(values) !== dayOf(previous)))) {
      throw Problem.conflict(
        'appointment.under_way',
        'The person is there now. Say first that they are out, or write down the outcome with the next appointment; do not move or cancel this one.',
      );
    }
    if (moved && values.dueOutBy && values.dueOutBy === previous.dueOutBy && !underWay) {
      // The time to be out by was meant so long after the start.
      values.dueOutBy = new Date(
        Date.parse(values.dueOutBy) + Date.parse(values.startsAt) - Date.parse(previous.startsAt),
      ).toISOString();
    } else if (values.dueOutBy && values.dueOutBy !== previous.dueOutBy) {
      judgeDueOutBy(work, values, previous);
    }
    if (values.cap && values.cap !== previous.cap) await this.accompaniments.mustFit(work, previous.id, values.cap);
    // Besides the line of the change itself, so that the audit can be asked who moved people's days.
    const line = { subjectType: 'appointment', subjectId: previous.id, clientId: file.id };
    if (moved) work.audit({ event: 'appointment.rescheduled', ...line });
    if (cancelled) work.audit({ event: 'appointment.cancelled', ...line });
  }
}

const dayOf = ({ zone, startsAt }: Pick<AppointmentFields, 'zone' | 'startsAt'>) => dateIn(zone, new Date(startsAt));

/** @throws Problem 422 when the appointment is before its letter came */
function judgedByLetter(values: Values, receivedOn: string, exact: boolean): FieldError[] {
  const notice = daysBetween(receivedOn, dayOf(values));
  if (exact && notice < 0) {
    throw Problem.invalidField(
      'startsAt',
      'appointment.before_letter',
      'The appointment is before the day on which its letter came. Check both dates.',
    );
  }
  return notice > usualNoticeDays
    ? [
        {
          field: 'startsAt',
          code: 'appointment.far_ahead',
          message: `The appointment is more than ${usualNoticeDays} days after its letter came. Check both dates.`,
        },
      ]
    : [];
}

/** A new time to be out by; one in the future calls the alarm off until then. */
function judgeDueOutBy(work: Work, values: Values, previous: AppointmentAnswer): void {
  values.dueOutBy = new Date(values.dueOutBy!).toISOString();
  const since = previous.calledInAt ?? previous.arrivedAt ?? values.startsAt;
  if (values.dueOutBy <= since) {
    throw Problem.invalidField(
      'dueOutBy',
      'appointment.due_out_too_early',
      'The time to be out by must be after the start, and after the person went in.',
    );
  }
  if (previous.liveState === 'overdue' && new Date(values.dueOutBy) > work.now)
    values.liveState = previous.calledInAt ? 'called_in' : 'arrived';
}
