import { Injectable } from '@nestjs/common';
import { AppointmentAccess } from '../appointments/appointment-access.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import { Findings } from '../clients/findings.js';
import { FacilitiesService } from '../places/places.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { CustodyEvent } from './custody-event.entity.js';
import { CustodyEventFields, type CustodyKind } from './custody-event.fields.js';
import type { CreateCustodyEvent, CustodyDraft, CustodyEventAnswer } from './custody.dto.js';

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
    private readonly appointments: AppointmentAccess,
    events: DomainEvents,
  ) {
    super(files, { entity: CustodyEvent, fields: CustodyEventFields, noun: 'custody_event' }, events);
  }

  /**
   * The detention that an appointment seems to have ended in, as an event to check and save. Nothing is written: what
   * nobody has confirmed must not become a figure.
   * @throws Problem 404 when the appointment is not theirs to see, 409 when there is no sign of a detention
   */
  async draft(work: Work, appointmentId: string): Promise<CustodyDraft> {
    const { row, file, seesCase } = await this.appointments.open(work, appointmentId);
    if (!seesCase) throw Problem.notFound('appointment');
    if (row.liveState !== 'overdue' && row.liveState !== 'detained_confirmed') {
      throw Problem.conflict(
        'custody_event.no_sign',
        'Nothing says that the person was detained at this appointment. Add a custody event by hand if they were.',
      );
    }
    const since = [row.calledInAt, row.arrivedAt, row.startsAt].find((moment) => moment) as Date | string;
    const at = new Date(Math.min(new Date(since).getTime(), work.now.getTime())).toISOString();
    const [recorded] = await work.sql<{ id: string }>(
      `SELECT e.id FROM custody_events e WHERE e.organization_id = $1 AND e.client_id = $2 AND e.kind = 'detained'
         AND e.at >= $3::timestamptz - interval '1 day' ORDER BY e.at LIMIT 1`,
      [work.organizationId, file.id, at],
    );
    work.audit({ event: 'appointment.read', subjectType: 'appointment', subjectId: row.id, clientId: file.id });
    return { clientId: file.id, event: { kind: 'detained', at, zone: row.zone }, recordedId: recorded?.id ?? null };
  }

  protected async judge(
    work: Work,
    _file: CaseFile,
    given: CreateCustodyEvent,
    previous: CustodyEventAnswer | undefined,
  ): Promise<Judgement<CreateCustodyEvent>> {
    const values = { ...given };
    values.zone ??= await work.zone();
    const findings = await Findings.of(work);
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
    if (values.kind === 'transferred' && !values.facilityId) {
      findings.warn(
        'facilityId',
        'custody_event.facility_missing',
        'Where the person was taken is not written down. Choose the facility, or add it as soon as you know.',
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
