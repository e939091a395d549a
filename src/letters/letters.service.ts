import { Injectable } from '@nestjs/common';
import { UsersService } from '../auth/users.service.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { ClientsMerged } from '../clients/clients-merged.js';
import { exactly, Findings } from '../clients/findings.js';
import { RecordChanged } from '../clients/record-changed.js';
import type { FingerprintEvent } from '../fingerprints/fingerprint-event.entity.js';
import { FingerprintsService, type Print } from '../fingerprints/fingerprints.service.js';
import { OfficesService, PlacesService } from '../places/places.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { Letter } from './letter.entity.js';
import { LetterFields, LetterFileFields } from './letter.fields.js';
import { judgeDates, lagDays, noticeDays, triggerOf, writtenOn } from './letter.rules.js';
import type { LetterAnswer } from './letters.dto.js';
import { factsOfLetters, hasAppointment, letterBefore, namedByLetter, proposalsOf } from './letters.queries.js';

/** What callers write, and whether a person's word stands behind the trigger, which only the rules write. */
type LetterValues = LetterFields & { triggerJudged?: boolean };

const triggerFields = ['fingerprintEventId', 'trigger', 'confidence'] as const;

/**
 * Letters. Proposes the print that triggered one, until a person says what did. Emits RecordChanged, from which reminders
 * and the pattern ledger follow.
 */
@Injectable()
export class LettersService extends CaseRecords<Letter, LetterValues, LetterAnswer> {
  constructor(
    files: CaseFilesService,
    private readonly fingerprints: FingerprintsService,
    private readonly places: PlacesService,
    private readonly offices: OfficesService,
    private readonly users: UsersService,
    events: DomainEvents,
  ) {
    super(files, { entity: Letter, fields: LetterFileFields, noun: 'letter' }, events);
    events.on(RecordChanged, async (work, { noun, file, before, after }) => {
      if (noun === 'fingerprint_event')
        await this.printChanged(
          work,
          file,
          before as FingerprintEvent | undefined,
          after as FingerprintEvent | undefined,
        );
    });
    events.on(ClientsMerged, (work, { into }) => this.proposeAgain(work, into));
  }

  /** @throws Problem 409 while an appointment names the letter */
  override async remove(work: Work, id: string): Promise<void> {
    await this.find(work, id, 'writable');
    if (await hasAppointment(work, id)) {
      throw Problem.conflict(
        'letter.has_appointment',
        'An appointment follows from this letter. Delete it or take the letter out of it first.',
      );
    }
    return super.remove(work, id);
  }

  protected async judge(
    work: Work,
    file: CaseFile,
    given: LetterValues,
    previous: LetterAnswer | undefined,
  ): Promise<Judgement<LetterValues>> {
    const values = await this.placed(work, given, previous);
    await this.users.mustBeHere(work, 'advisedById', [values.advisedById], [previous?.advisedById]);
    const print = await this.trigger(work, file, values, previous);
    const findings = await Findings.of(work);
    findings.notInFuture('advisedOn', values.advisedOn);
    judgeDates(findings, values, print);
    return findings.judged(values);
  }

  protected override async derive(work: Work, _file: CaseFile, letters: LetterAnswer[]): Promise<LetterAnswer[]> {
    if (letters.length === 0) return letters;
    const facts = await factsOfLetters(
      work,
      letters.map((letter) => letter.id),
    );
    const zone = await work.zone();
    return letters.map((letter) => {
      const { triggerTakenOn = null, issuingOfficeName = null, reportingPlaceName = null } = facts.get(letter.id) ?? {};
      return {
        ...letter,
        triggerTakenOn,
        issuingOfficeName,
        reportingPlaceName,
        lagDays: triggerTakenOn ? lagDays(letter, triggerTakenOn) : null,
        noticeDays: letter.reportAt ? noticeDays(letter.receivedOn, letter.reportAt, letter.zone ?? zone) : null,
        triggerProposed: !letter.triggerJudged && triggerTakenOn !== null,
      };
    });
  }

  /** Copies values with the zone of the place, else of the organisation, where nobody said another. @throws Problem 422 when place or office is unknown */
  private async placed(work: Work, given: LetterValues, previous: LetterAnswer | undefined): Promise<LetterValues> {
    const { issuingOfficeId, reportingPlaceId, reportAt } = given;
    if (issuingOfficeId && issuingOfficeId !== previous?.issuingOfficeId)
      await this.offices.mustExist(work, 'issuingOfficeId', issuingOfficeId);
    let zone = given.zone ?? null;
    if (reportingPlaceId && (reportingPlaceId !== previous?.reportingPlaceId || (reportAt && !zone))) {
      const place = await this.places.mustExist(work, 'reportingPlaceId', reportingPlaceId);
      // A letter moved to another place takes its clock along, unless the caller names one.
      const inherited = previous !== undefined && zone === previous.zone;
      if (reportAt && (!zone || inherited)) zone = place.zone;
    }
    return { ...given, zone: zone ?? (reportAt ? await work.zone() : null) };
  }

  /**
   * Settles what led to the letter: as a person says, otherwise as the latest print before it suggests.
   * @returns the print, for the dates to be judged against
   * @throws Problem 422 when a named print is not of this case file
   */
  private async trigger(
    work: Work,
    file: CaseFile,
    values: LetterValues,
    previous: LetterAnswer | undefined,
  ): Promise<Print | undefined> {
    values.triggerJudged = judgedByPerson(values, previous);
    if (values.triggerJudged) {
      const { fingerprintEventId } = values;
      const print = fingerprintEventId
        ? await this.fingerprints.mustBelong(work, file, 'fingerprintEventId', fingerprintEventId)
        : undefined;
      const wasProposal = previous?.triggerProposed && fingerprintEventId !== previous.fingerprintEventId;
      if (wasProposal && values.trigger === previous.trigger) values.trigger = null;
      if (wasProposal && values.confidence === previous.confidence) values.confidence = null;
      if (print) {
        values.trigger ??= triggerOf(print.reason);
        values.confidence ??= 'possible';
      }
      return print;
    }
    const print = await this.fingerprints.latestBefore(work, file.id, writtenOn(values));
    if (previous && (print?.id ?? null) === previous.fingerprintEventId) return print;
    if (print) {
      const said = previous || values.trigger === 'unknown' ? undefined : values.trigger;
      values.trigger = said ?? triggerOf(print.reason);
      values.confidence = (previous ? undefined : values.confidence) ?? 'possible';
    } else if (previous) {
      values.trigger = null;
      values.confidence = null;
    }
    values.fingerprintEventId = print?.id ?? null;
    return print;
  }

  /** Prints came, moved or went: proposals follow, and what a person has confirmed must still be possible. */
  private async printChanged(
    work: Work,
    file: CaseFile,
    before: FingerprintEvent | undefined,
    after: FingerprintEvent | undefined,
  ): Promise<void> {
    await this.proposeAgain(work, file, before, after);
    if (after && before && exactly(after.takenOnPrecision) && (await letterBefore(work, after.id, after.takenOn))) {
      throw Problem.invalidField(
        'takenOn',
        'fingerprint_event.after_letter',
        'A letter that is said to follow these fingerprints bears an earlier date. Correct the letter first, or check this date.',
      );
    }
    if (!after && (await namedByLetter(work, before!.id))) {
      throw Problem.conflict(
        'fingerprint_event.named_by_letter',
        'A person named these fingerprints as what led to a letter. Take them out of the letter first.',
      );
    }
  }

  private async proposeAgain(
    work: Work,
    file: CaseFile,
    before?: FingerprintEvent,
    after?: FingerprintEvent,
  ): Promise<void> {
    const reasonChanged = before && after && before.reason !== after.reason;
    for (const { printId, reason, ...letter } of await proposalsOf(
      work,
      file.id,
      before && !after ? before.id : null,
    )) {
      if (printId === letter.fingerprintEventId && !(reasonChanged && printId === after.id)) continue;
      const changes = {
        fingerprintEventId: printId,
        trigger: reason && triggerOf(reason),
        confidence: printId ? ('possible' as const) : null,
      };
      const changed = await work.change(Letter, 'letter', letter as Letter, letter.version, changes);
      work.audit({
        event: 'letter.changed',
        subjectType: 'letter',
        subjectId: letter.id,
        clientId: file.id,
        details: { fields: [...triggerFields], proposed: true },
      });
      await work.emit(new RecordChanged('letter', file, letter as Letter, changed));
    }
  }
}

/** Whether a person's word stands behind the trigger of a letter about to be saved. */
function judgedByPerson(values: LetterValues, previous: LetterAnswer | undefined): boolean {
  if (previous)
    return previous.triggerJudged || triggerFields.some((name) => (values[name] ?? null) !== previous[name]);
  // Whoever names no print but an application or an order has said that no print led to the letter.
  const { fingerprintEventId, trigger } = values;
  return (
    fingerprintEventId !== undefined ||
    !(trigger === undefined || trigger === null || trigger === 'unknown' || trigger.endsWith('_print'))
  );
}
