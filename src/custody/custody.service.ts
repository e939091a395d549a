import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { Findings } from '../clients/findings.js';
import { FacilitiesService } from '../places/places.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { CustodyEvent } from './custody-event.entity.js';
import { CustodyEventFields, type CustodyKind } from './custody-event.fields.js';
import type { CreateCustodyEvent, CustodyEventAnswer } from './custody.dto.js';

/** By how much a phone's clock may be ahead of ours. */
const clockDifference = 5 * 60_000;

/** After which events someone is no longer held where they were, and so for what reasons. */
const endings: ReadonlySet<CustodyKind> = new Set(['released', 'removed', 'transferred', 'bond_posted']);

/** Steps of someone's time in custody. Emits RecordChanged, from which reminders and the pattern ledger follow. */
@Injectable()
export class CustodyService extends CaseRecords<CustodyEvent, CreateCustodyEvent, CustodyEventAnswer> {
  constructor(
    files: CaseFilesService,
    private readonly facilities: FacilitiesService,
    events: DomainEvents,
  ) {
    super(files, { entity: CustodyEvent, fields: CustodyEventFields, noun: 'custody_event' }, events);
  }

  protected async judge(
    work: Work,
    _file: CaseFile,
    given: CreateCustodyEvent,
    previous: CustodyEventAnswer | undefined,
  ): Promise<Judgement<CreateCustodyEvent>> {
    const values = { ...given };
    const findings = new Findings();
    if (new Date(values.at).getTime() > work.now.getTime() + clockDifference) {
      findings.refuse(
        'at',
        'custody_event.future',
        'This is in the future. Write what has happened; a hearing that is to come is an appointment.',
      );
    }
    if (values.facilityId) {
      const facility = await this.facilities.mustExist(work, 'facilityId', values.facilityId);
      // Who names another facility and no state means that facility's state.
      const inherited = previous && values.facilityId !== previous.facilityId && values.state === previous.state;
      if (!values.state || inherited) values.state = facility.state ?? null;
      if (facility.state && values.state !== facility.state) {
        findings.warn(
          'state',
          'custody_event.other_state',
          'The facility is in another state according to the list. Check both.',
        );
      }
    }
    if (values.kind === 'released' && !values.releaseReason) {
      findings.warn(
        'releaseReason',
        'custody_event.release_reason_missing',
        'How the person got out is not written down. Add it when you know, or choose unknown.',
      );
    }
    if (values.releaseReason && !endings.has(values.kind)) {
      findings.warn(
        'releaseReason',
        'custody_event.not_released',
        'There is a reason for release, but this event is none. Check the kind.',
      );
    }
    if (values.kind === 'bond_set' && (values.amount ?? null) === null) {
      findings.warn('amount', 'custody_event.amount_missing', 'A bond was set, but its amount is not written down.');
    }
    return findings.judged(values);
  }

  protected override async derive(
    work: Work,
    _file: CaseFile,
    events: CustodyEventAnswer[],
  ): Promise<CustodyEventAnswer[]> {
    const ids = [...new Set(events.flatMap(({ facilityId }) => facilityId ?? []))];
    const facilities = await this.facilities.byIds(work, ids);
    return events.map((event) => ({
      ...event,
      facilityName: (event.facilityId && facilities.get(event.facilityId)?.name) || null,
    }));
  }
}
