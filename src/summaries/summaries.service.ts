import { Injectable } from '@nestjs/common';
import { AccompanimentFields } from '../appointments/accompaniment.fields.js';
import { Permission } from '../auth/permissions.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Client } from '../clients/client.entity.js';
import { ClientFields } from '../clients/client.fields.js';
import { LetterFields } from '../letters/letter.fields.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { seenBy } from '../platform/http/seen-fields.js';
import { forAudience } from './for-audience.js';
import type { SummaryQuery } from './summaries.dto.js';
import { caseForSummary, type CaseRow } from './summaries.queries.js';
import type {
  Audience,
  CaseFacts,
  CaseSummary,
  ClientFacts,
  CompanionFacts,
  Language,
  LetterFacts,
} from './summary.types.js';

/** A summary as it is carried on paper. */
export interface Packet {
  /** Case code: the only name that the file may have. */
  code: string;
  pdf: Buffer;
  audience: Audience;
  language: Language;
  /** The appointment that it is carried to, if there is one. */
  appointment: { id: string; startsAt: string } | undefined;
}

/** Whose copy people take unless they say otherwise: attorneys' has what is for counsel only. */
const copyOfRole: Record<string, Audience> = { attorney: 'attorney', supervisor: 'attorney' };

/** Case summaries to carry to an appointment, for those who see the case file and for those who come along. */
@Injectable()
export class SummariesService {
  constructor(private readonly files: CaseFilesService) {}

  /**
   * What the audience may carry, as JSON.
   * @throws Problem 404 unless one sees the case file, or comes along and it is not over for companions; 403 when a
   * companion asks for another's copy; 409 when the appointment was cancelled; 422 on `appointmentId` and `language`
   */
  async read(work: Work, clientId: string, query: SummaryQuery): Promise<CaseSummary> {
    return (await this.made(work, clientId, query, 'summary.read')).summary;
  }

  /**
   * {@link read} on one or two pages. Nothing else runs meanwhile: some 0.15 s of work, a second the first time.
   * @throws Problem as {@link read}
   */
  async print(work: Work, clientId: string, query: SummaryQuery): Promise<Packet> {
    const { summary, appointment } = await this.made(work, clientId, query, 'summary.printed');
    // Loaded at first use: fonts and PDF take memory that a process which prints nothing does not need.
    const { renderPacket } = await import('./packet.pdf.js');
    const { code, audience, language } = summary;
    return { code, audience, language, appointment, pdf: await renderPacket(summary) };
  }

  private async made(
    work: Work,
    clientId: string,
    { audience: wanted, appointmentId, language }: SummaryQuery,
    event: 'summary.read' | 'summary.printed',
  ): Promise<{ summary: CaseSummary; appointment: Packet['appointment'] }> {
    if (!work.may(Permission.CaseRead)) mustBeTheirs(wanted);
    const row = await caseForSummary(work, clientId, appointmentId);
    if (!row) throw Problem.notFound('client');
    if (!row.seesCase) mustBeTheirs(wanted);
    mustBeOn(row, appointmentId);
    const audience = wanted ?? ((row.seesCase && copyOfRole[work.actor.role]) || 'accompanier');
    if (audience === 'attorney' && language !== undefined && language !== 'en') {
      throw Problem.invalidField(
        'language',
        'summary.language_unavailable',
        'The copy for counsel is in English. Leave the language out, or ask for another audience.',
      );
    }
    const file = await this.files.fileOf(work, { id: row.id, keys: row.keys } as Client & Pick<CaseRow, 'keys'>);
    if (audience === 'attorney') mustSeeAll(work);
    // Before sentences are made of them.
    const summary = forAudience(seenBy(work, factsOf(work, file, row)), audience, language);
    work.audit({
      event,
      ...(row.appointment
        ? { subjectType: 'appointment', subjectId: row.appointment.id }
        : { subjectType: 'client', subjectId: row.id }),
      clientId: row.id,
      details: { audience, language: summary.language },
    });
    return { summary, appointment: row.appointment ?? undefined };
  }
}

/** @throws Problem 403 when somebody who merely comes along asks for another's copy */
function mustBeTheirs(audience: Audience | undefined): void {
  if (audience === undefined || audience === 'accompanier') return;
  throw Problem.forbidden(
    'summary.audience_not_yours',
    'Whoever comes along carries the copy for accompaniers. The others are for those who work on the case.',
  );
}

/** @throws Problem 403 for a program that may not see what the copy for counsel is full of */
function mustSeeAll(work: Work): void {
  if (work.may(Permission.CaseAllegations) && work.may(Permission.CasePosture)) return;
  throw Problem.forbidden(
    'summary.audience_not_yours',
    'The copy for counsel tells of charges and of the immigration situation, which are not yours to see. Ask for another.',
  );
}

/** @throws Problem 422 when the case has no such appointment, 409 when nobody is to go to it any more */
function mustBeOn({ appointment }: CaseRow, appointmentId: string | undefined): void {
  if (appointmentId && !appointment) {
    throw Problem.invalidField('appointmentId', 'appointment.unknown', 'This case file has no such appointment.');
  }
  if (appointment?.cancelled) {
    throw Problem.conflict(
      'appointment.cancelled',
      'This appointment was cancelled. Choose the one that took its place.',
    );
  }
}

/** Opens what is sealed, and leaves behind what the row has besides the facts. */
function factsOf(work: Work, file: CaseFile, row: CaseRow): CaseFacts {
  const { keys: _keys, seesCase: _sees, ...rest } = row;
  const { id, code, zone, preparedBy, organisation, attorney, appointment, ...lists } = rest;
  const { companions, arrests, fingerprints, letters, earlierAppointments, custody, ...person } = lists;
  return {
    code,
    preparedAt: work.now.toISOString(),
    zone,
    preparedBy,
    organisation,
    client: file.answered<ClientFacts>(ClientFields, 'clients', { id, ...person }),
    attorney,
    appointment,
    companions: companions.map((companion) => companionOf(file, companion)),
    arrests,
    fingerprints,
    letters: letters.map((letter) => file.answered<LetterFacts>(LetterFields, 'letters', letter)),
    earlierAppointments,
    custody,
  };
}

function companionOf(file: CaseFile, sealed: CaseRow['companions'][number]): CompanionFacts {
  const companion = file.answered<typeof sealed>(AccompanimentFields, 'accompaniments', sealed);
  const { userName, userPhone, personName, personPhone, role, rsvp } = companion;
  return {
    ...(userName ? { name: userName, phone: userPhone } : { name: personName!, phone: personPhone }),
    role,
    rsvp,
  };
}
