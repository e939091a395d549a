import { Injectable } from '@nestjs/common';
import type { Arrest } from '../arrests/arrest.entity.js';
import { ArrestsService } from '../arrests/arrests.service.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { exactly, Findings } from '../clients/findings.js';
import { RecordChanged } from '../clients/record-changed.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { FingerprintEvent } from './fingerprint-event.entity.js';
import { FingerprintEventFields } from './fingerprint-event.fields.js';
import type { CreateFingerprintEvent, FingerprintEventAnswer } from './fingerprints.dto.js';

/** What a letter needs to know of the print that may have led to it. */
export type Print = Pick<FingerprintEvent, 'id' | 'takenOn' | 'takenOnPrecision' | 'reason'>;

/** Fingerprints, for whatever reason they were taken. Emits RecordChanged, from which letters propose their trigger anew. */
@Injectable()
export class FingerprintsService extends CaseRecords<FingerprintEvent, CreateFingerprintEvent, FingerprintEventAnswer> {
  constructor(
    files: CaseFilesService,
    private readonly arrests: ArrestsService,
    events: DomainEvents,
  ) {
    super(files, { entity: FingerprintEvent, fields: FingerprintEventFields, noun: 'fingerprint_event' }, events);
    events.on(RecordChanged, async (work, { noun, before, after }) => {
      if (noun !== 'arrest' || !before) return;
      if (after) await this.refuseLaterArrest(work, after as Arrest);
      else await this.refuseLostArrest(work, before.id);
    });
  }

  /** The latest print of a client on or before a date; events where none were taken (`method` none) do not count. */
  async latestBefore(work: Work, clientId: string, date: string): Promise<Print | undefined> {
    const [print] = await work.sql<Print>(
      `SELECT f.id, f.taken_on AS "takenOn", f.taken_on_precision AS "takenOnPrecision", f.reason
       FROM fingerprint_events f WHERE f.organization_id = $1 AND f.client_id = $2 AND f.taken_on <= $3
         AND f.method IS DISTINCT FROM 'none' ORDER BY f.taken_on DESC, f.id DESC LIMIT 1`,
      [work.organizationId, clientId, date],
    );
    return print;
  }

  protected async judge(
    work: Work,
    file: CaseFile,
    values: CreateFingerprintEvent,
  ): Promise<Judgement<CreateFingerprintEvent>> {
    const findings = await Findings.of(work);
    findings.notInFuture('takenOn', values.takenOn, values.takenOnPrecision);
    if (values.civilReason && values.reason !== 'civil_inquiry') {
      findings.refuse(
        'civilReason',
        'fingerprint_event.not_civil',
        'A civil reason goes with the reason civil_inquiry only. Change the reason, or take this out.',
      );
    }
    if (values.arrestId) {
      const arrest = await this.arrests.mustBelong(work, file, 'arrestId', values.arrestId);
      if (values.takenOn < arrest.arrestedOn) {
        const certain = exactly(values.takenOnPrecision, arrest.arrestedOnPrecision);
        findings.disorder(
          certain,
          'takenOn',
          'fingerprint_event.before_arrest',
          'These fingerprints cannot have been taken before the arrest they belong to.',
        );
      }
    }
    for (const [at, { date }] of (values.path ?? []).entries()) {
      findings.notInFuture(`path.${at}.date`, date);
      if (date && date < values.takenOn) {
        findings.disorder(
          exactly(values.takenOnPrecision),
          `path.${at}.date`,
          'fingerprint_event.path_before_print',
          'Fingerprints cannot have gone on before they were taken.',
        );
      }
    }
    return findings.judged(values);
  }

  private async refuseLaterArrest(work: Work, { id, arrestedOn, arrestedOnPrecision }: Arrest): Promise<void> {
    if (!exactly(arrestedOnPrecision)) return;
    const [earlier] = await work.sql(
      `SELECT 1 FROM fingerprint_events f WHERE f.organization_id = $1 AND f.arrest_id = $2 AND f.taken_on < $3
         AND f.taken_on_precision = 'exact' LIMIT 1`,
      [work.organizationId, id, arrestedOn],
    );
    if (earlier)
      throw Problem.invalidField(
        'arrestedOn',
        'arrest.after_print',
        'Fingerprints of this arrest were taken on an earlier day. Correct them first, or check this date.',
      );
  }

  private async refuseLostArrest(work: Work, id: string): Promise<void> {
    const [print] = await work.sql(
      'SELECT 1 FROM fingerprint_events f WHERE f.organization_id = $1 AND f.arrest_id = $2 LIMIT 1',
      [work.organizationId, id],
    );
    if (print)
      throw Problem.conflict(
        'arrest.has_prints',
        'Fingerprints belong to this arrest. Delete them or take the arrest out of them first.',
      );
  }
}
