import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { exactly, Findings } from '../clients/findings.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { daysBetween } from '../platform/http/values.js';
import { Arrest } from './arrest.entity.js';
import { ArrestFields } from './arrest.fields.js';
import type { ArrestAnswer, CreateArrest } from './arrests.dto.js';

/** Courts of the city adjourn for months, not for years. */
const farCourtDays = 730;

/** Arrests. Emits RecordChanged, on which prints refuse a date or a deletion that contradicts them. */
@Injectable()
export class ArrestsService extends CaseRecords<Arrest, CreateArrest, ArrestAnswer> {
  constructor(files: CaseFilesService, events: DomainEvents) {
    super(files, { entity: Arrest, fields: ArrestFields, noun: 'arrest' }, events);
  }

  protected async judge(
    work: Work,
    _file: CaseFile,
    given: CreateArrest,
    previous: ArrestAnswer | undefined,
  ): Promise<Judgement<CreateArrest>> {
    const values = { ...given };
    const findings = await Findings.of(work);
    const exact = exactly(values.arrestedOnPrecision);
    findings.notInFuture('arrestedOn', values.arrestedOn, values.arrestedOnPrecision);
    findings.notInFuture('dispositionOn', values.dispositionOn);
    if (values.dispositionOn && values.dispositionOn < values.arrestedOn) {
      findings.disorder(
        exact,
        'dispositionOn',
        'arrest.disposed_before',
        'The case cannot have ended before the arrest.',
      );
    }
    if (values.dispositionOn && (values.disposition ?? 'pending') === 'pending') {
      findings.warn(
        'disposition',
        'arrest.disposition_missing',
        'There is a date on which the case ended, but not how. Say how, or take the date out.',
      );
    }
    this.judgeCourt(findings, values, previous, exact);
    if (values.disposition === 'sealed' && (values.chargeStatute || values.chargeDescription)) {
      // The record is sealed by law; what it charged is not ours to keep any longer.
      values.chargeStatute = null;
      values.chargeDescription = null;
      findings.warn(
        'disposition',
        'arrest.charge_purged',
        'The case is sealed: statute and description of the charge were deleted here.',
      );
    }
    return findings.judged(values);
  }

  private judgeCourt(
    findings: Findings,
    { arrestedOn, nextCourtOn }: CreateArrest,
    previous: ArrestAnswer | undefined,
    exact: boolean,
  ): void {
    if (!nextCourtOn) return;
    const { today } = findings;
    if (nextCourtOn < arrestedOn) {
      findings.disorder(
        exact,
        'nextCourtOn',
        'arrest.court_before',
        'The next court date cannot be before the arrest.',
      );
    } else if (nextCourtOn !== previous?.nextCourtOn && nextCourtOn < today) {
      findings.warn(
        'nextCourtOn',
        'arrest.court_past',
        'The next court date has passed. Write the one that is to come.',
      );
    } else if (daysBetween(today, nextCourtOn) > farCourtDays) {
      findings.warn(
        'nextCourtOn',
        'arrest.court_far',
        'The next court date is more than two years away. Check the year.',
      );
    }
  }
}
