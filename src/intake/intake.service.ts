import { Injectable } from '@nestjs/common';
import { AccompanimentsService } from '../appointments/accompaniments.service.js';
import { AppointmentsService } from '../appointments/appointments.service.js';
import type { CreateAppointment } from '../appointments/appointments.dto.js';
import { ArrestsService } from '../arrests/arrests.service.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { ClientsService } from '../clients/clients.service.js';
import type { PossibleDuplicate } from '../clients/clients.dto.js';
import { DuplicatesService } from '../clients/duplicates.service.js';
import { FingerprintsService } from '../fingerprints/fingerprints.service.js';
import type { LetterAnswer } from '../letters/letters.dto.js';
import { LettersService } from '../letters/letters.service.js';
import type { Work } from '../platform/database/work.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import type { Intake, IntakeAnswer, IntakeAppointment, ProposedTrigger } from './intake.dto.js';
import { plannedFor } from './intake.queries.js';
import { onPage, under } from './page-part.js';

type Warned<T> = T & { warnings?: FieldError[] };

/**
 * Logs a letter recipient on one page: every record of the page in one transaction, through the services of the records
 * themselves, so that each rule stands in one place.
 */
@Injectable()
export class IntakeService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly clients: ClientsService,
    private readonly duplicates: DuplicatesService,
    private readonly arrests: ArrestsService,
    private readonly fingerprints: FingerprintsService,
    private readonly letters: LettersService,
    private readonly appointments: AppointmentsService,
    private readonly accompaniments: AccompanimentsService,
  ) {}

  /**
   * @param dryRun does and answers everything, then undoes it
   * @throws Problem 422 naming the field as on the page (`letter.receivedOn`); nothing is saved then
   */
  async create(work: Work, page: Intake, dryRun = false): Promise<IntakeAnswer> {
    if (dryRun) work.discard();
    refuseContradictions(page);
    const warnings: FieldError[] = [];
    const noted = <T extends object>(part: string, answer: Warned<T>): T => {
      const { warnings: own, ...rest } = answer;
      warnings.push(...under(part, own));
      return rest as T;
    };
    const { file, possibleDuplicates } = await this.person(work, page, warnings);
    const {
      arrest: arrestGiven,
      fingerprintEvent: printGiven,
      letter: letterGiven,
      appointment: appointmentGiven,
    } = page;

    const arrest = arrestGiven
      ? noted('arrest', await onPage('arrest', () => this.arrests.createIn(work, file, arrestGiven)))
      : null;
    const fingerprintEvent = printGiven
      ? noted(
          'fingerprintEvent',
          await onPage('fingerprintEvent', () =>
            this.fingerprints.createIn(work, file, {
              ...printGiven,
              ...(arrest && printGiven.arrestId === undefined ? { arrestId: arrest.id } : {}),
            }),
          ),
        )
      : null;
    const letter = letterGiven
      ? noted('letter', await onPage('letter', () => this.letters.createIn(work, file, letterGiven)))
      : null;
    let appointment = appointmentGiven
      ? noted(
          'appointment',
          await onPage('appointment', () =>
            this.appointments.createIn(work, file, appointmentOf(appointmentGiven, letter)),
          ),
        )
      : null;
    const companions = page.accompaniments ?? [];
    const accompaniments =
      appointment && companions.length > 0 ? await this.accompaniments.addIn(work, file, appointment, companions) : [];
    if (appointment) appointment = { ...appointment, accompaniments };
    await work.settle();
    const reminders = await plannedFor(work, file.id);
    work.audit({ event: 'intake.created', subjectType: 'client', subjectId: file.id, clientId: file.id });
    return {
      id: file.id,
      dryRun,
      client: this.clients.answer(file),
      arrest,
      fingerprintEvent,
      letter,
      appointment,
      accompaniments,
      proposedTrigger: triggerOf(letter),
      lagDays: letter?.lagDays ?? null,
      noticeDays: letter?.noticeDays ?? null,
      warnings,
      possibleDuplicates,
      reminders,
    };
  }

  private async person(
    work: Work,
    page: Intake,
    warnings: FieldError[],
  ): Promise<{ file: CaseFile; possibleDuplicates: PossibleDuplicate[] }> {
    const { client, clientId } = page;
    if (clientId) return { file: await this.files.writable(work, clientId), possibleDuplicates: [] };
    return onPage('client', async () => {
      const possibleDuplicates = await this.duplicates.of(work, client!);
      const opened = await this.clients.open(work, client!);
      warnings.push(...under('client', opened.warnings));
      return { file: opened.file, possibleDuplicates };
    });
  }
}

function refuseContradictions(page: Intake): void {
  if (!page.client && !page.clientId) {
    throw Problem.invalidField(
      'client',
      'field.required',
      'Say who it is: a new client, or the clientId of an existing file.',
    );
  }
  if (page.client && page.clientId) {
    throw Problem.invalidField(
      'clientId',
      'client.twice',
      'Give either a new client or the clientId of an existing file, not both.',
    );
  }
  if (page.accompaniments?.length && !page.appointment) {
    throw Problem.invalidField(
      'accompaniments',
      'appointment.missing',
      'Somebody goes along to an appointment: add the appointment too.',
    );
  }
}

/** What the page leaves out of the appointment is what the letter says. @throws Problem 422 for what neither says */
function appointmentOf(given: IntakeAppointment, letter: LetterAnswer | null): CreateAppointment {
  const wanted = {
    ...given,
    kind: given.kind ?? (letter ? 'call_in_letter' : undefined),
    startsAt: given.startsAt ?? letter?.reportAt ?? undefined,
    placeId: given.placeId ?? letter?.reportingPlaceId ?? undefined,
    room: given.room === undefined ? (letter?.room ?? null) : given.room,
    letterId: given.letterId === undefined ? (letter?.id ?? null) : given.letterId,
  };
  const missing = (['kind', 'startsAt', 'placeId'] as const).filter((name) => wanted[name] === undefined);
  if (missing.length > 0) {
    throw Problem.invalid(
      missing.map((field) => ({
        field,
        code: 'field.required',
        message: 'This field is required, here or on the letter.',
      })),
    );
  }
  return wanted as CreateAppointment;
}

function triggerOf(letter: LetterAnswer | null): ProposedTrigger | null {
  if (!letter?.fingerprintEventId || !letter.triggerTakenOn) return null;
  const { fingerprintEventId, triggerTakenOn, trigger, confidence } = letter;
  return { fingerprintEventId, takenOn: triggerTakenOn, trigger: trigger ?? null, confidence: confidence ?? null };
}
