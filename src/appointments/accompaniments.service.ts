import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import { UsersService } from '../auth/users.service.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { Accompaniment } from './accompaniment.entity.js';
import { AccompanimentFields } from './accompaniment.fields.js';
import type { AccompanimentAnswer, CreateAccompaniment } from './accompaniments.dto.js';
import { AppointmentAccess } from './appointment-access.js';
import type { Rsvp } from './appointment.values.js';
import { accompanimentsOf, companionsAndCap, lockAppointment } from './appointments.queries.js';
import { fieldsUnder } from './fields-under.js';

type Values = AccompanimentFields & { appointmentId: string };

const comes = ({ rsvp }: { rsvp?: Rsvp }) => rsvp !== 'no';

/** Who comes along to an appointment. */
@Injectable()
export class AccompanimentsService extends CaseRecords<Accompaniment, Values, AccompanimentAnswer> {
  constructor(
    files: CaseFilesService,
    events: DomainEvents,
    private readonly users: UsersService,
    private readonly access: AppointmentAccess,
  ) {
    super(files, { entity: Accompaniment, fields: AccompanimentFields, noun: 'accompaniment' }, events);
  }

  /** @throws Problem 409 when the appointment is full, or this user comes along already */
  async add(work: Work, appointmentId: string, input: CreateAccompaniment): Promise<AccompanimentAnswer> {
    const { file, seesCase: sees } = await this.access.openForChange(work, appointmentId);
    if (!sees) throw Problem.notFound('appointment');
    return this.createIn(work, file, { ...input, appointmentId });
  }

  /**
   * {@link add} for several people, in a case file and for an appointment that are already at hand.
   * @throws Problem naming fields as `accompaniments.0.userId`
   */
  async addIn(
    work: Work,
    file: CaseFile,
    appointment: { id: string },
    inputs: CreateAccompaniment[],
  ): Promise<AccompanimentAnswer[]> {
    const added: AccompanimentAnswer[] = [];
    for (const [at, input] of inputs.entries()) {
      const accompaniment = { ...input, appointmentId: appointment.id };
      added.push(await fieldsUnder(`accompaniments.${at}`, () => this.createIn(work, file, accompaniment)));
    }
    return added;
  }

  /** Who comes along to each of some appointments of one case file. */
  async ofAppointments(
    work: Work,
    file: CaseFile,
    appointmentIds: string[],
  ): Promise<Map<string, AccompanimentAnswer[]>> {
    const found = new Map<string, AccompanimentAnswer[]>();
    for (const row of await accompanimentsOf(work, appointmentIds)) {
      const answer = file.shown<AccompanimentAnswer>(AccompanimentFields, this.table(work), row);
      found.set(row.appointmentId, [...(found.get(row.appointmentId) ?? []), answer]);
    }
    return found;
  }

  /** @throws Problem 422 on `cap` when more people are asked to come along than it allows */
  async mustFit(work: Work, appointmentId: string, cap: number): Promise<void> {
    await lockAppointment(work, appointmentId);
    const { companions } = await companionsAndCap(work, appointmentId);
    const coming = companions.filter(comes).length;
    if (coming > cap)
      throw Problem.invalidField(
        'cap',
        'appointment.cap_too_low',
        `${coming} people are asked to come along already. Take somebody off first.`,
      );
  }

  /** By way of the appointment, which stays locked for a change; who comes along finds their own line. */
  protected override async find(
    work: Work,
    id: string,
    way: 'readable' | 'writable',
  ): Promise<{ file: CaseFile; row: Accompaniment }> {
    const row = await this.row(work, id);
    if (!row) throw Problem.notFound('accompaniment');
    try {
      const opened =
        way === 'readable'
          ? await this.access.open(work, row.appointmentId)
          : await this.access.openForChange(work, row.appointmentId);
      if (opened.seesCase || row.userId === work.actor.userId) return { file: opened.file, row };
    } catch (error) {
      if (!(error instanceof Problem && error.status === 404)) throw error;
    }
    throw Problem.notFound('accompaniment');
  }

  protected override async judge(
    work: Work,
    file: CaseFile,
    values: Values,
    previous?: AccompanimentAnswer,
  ): Promise<Judgement<Values>> {
    if (previous && !(file.seen && work.may(Permission.CaseWrite))) mustOnlyAnswer(values, previous);
    if (!values.userId && !values.personName) {
      throw Problem.invalidField(
        'userId',
        'accompaniment.nobody',
        'Say who comes along: a user, or the name of somebody else.',
      );
    }
    if (values.userId && (values.personName || values.personPhone)) {
      throw Problem.invalidField(
        'personName',
        'accompaniment.two_people',
        'Give either a user or the name of somebody else, not both.',
      );
    }
    await this.users.mustBeHere(work, 'userId', [values.userId], [previous?.userId]);
    const { companions, cap } = await companionsAndCap(work, values.appointmentId);
    const others = companions.filter((companion) => companion.id !== previous?.id);
    if (values.userId && others.some((other) => other.userId === values.userId)) {
      throw Problem.conflict(
        'accompaniment.exists',
        'This user is on the list of this appointment already. Change their line rather than adding another.',
      );
    }
    const joins = comes(values) && !(previous && comes(previous));
    if (joins && cap !== null && others.filter(comes).length >= cap) {
      throw Problem.conflict(
        'appointment.full',
        `At most ${cap} people can come along to this appointment, and so many are asked already.`,
        { cap },
      );
    }
    return { values, warnings: [] };
  }

  protected override async derive(
    work: Work,
    _file: CaseFile,
    answers: AccompanimentAnswer[],
  ): Promise<AccompanimentAnswer[]> {
    const names = await this.users.named(
      work,
      answers.flatMap((answer) => answer.userId ?? []),
    );
    return answers.map((answer) => ({ ...answer, userName: names.get(answer.userId ?? '')?.displayName ?? null }));
  }
}

/** @throws Problem 403 when somebody who merely comes along changes more than whether they come */
function mustOnlyAnswer(values: Values, previous: AccompanimentAnswer): void {
  const names = ['userId', 'personName', 'personPhone', 'role'] as const;
  if (names.every((name) => (values[name] ?? null) === (previous[name] ?? null))) return;
  throw Problem.forbidden(
    'accompaniment.only_rsvp',
    'You can say whether you come. The rest is for those who work on the case.',
  );
}
