import { accompanierHorizon, accompaniesSql } from '../appointments/appointment.policy.js';
import { Accompaniment } from '../appointments/accompaniment.entity.js';
import { Appointment } from '../appointments/appointment.entity.js';
import { Arrest } from '../arrests/arrest.entity.js';
import { Permission } from '../auth/permissions.js';
import { keysOfClientSql } from '../clients/case-files.service.js';
import { Client } from '../clients/client.entity.js';
import { maySeeSql } from '../clients/client.policy.js';
import { standsSql } from '../clients/stands.sql.js';
import { CustodyEvent } from '../custody/custody-event.entity.js';
import { FingerprintEvent } from '../fingerprints/fingerprint-event.entity.js';
import { Letter } from '../letters/letter.entity.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import type { Work } from '../platform/database/work.js';
import type {
  AppointmentFacts,
  ArrestFacts,
  CaseFacts,
  ClientFacts,
  CustodyFacts,
  EarlierAppointmentFacts,
  FingerprintFacts,
  LetterFacts,
} from './summary.types.js';

/** Names of all properties of T; the compiler finds one that is missing, or one that no summary may carry. */
type NamesOf<T> = Record<keyof T, true>;

const ofClient: NamesOf<ClientFacts> = {
  legalName: true,
  preferredName: true,
  aliases: true,
  dateOfBirth: true,
  language: true,
  interpreter: true,
  county: true,
  aNumberState: true,
  aNumber: true,
  countryOfBirth: true,
  postureKnownOn: true,
  proceedings: true,
  priorRemovalOrder: true,
  orderOfSupervision: true,
  convictions: true,
  pendingRelief: true,
  usCitizenOrLprSpouse: true,
  usCitizenChildren: true,
  minorChildrenAtHome: true,
  primaryCaregiver: true,
  medicalNeeds: true,
  caregiverPlan: true,
  caregivers: true,
  schoolPickup: true,
  powerOfAttorney: true,
  g28: true,
  emergencyContacts: true,
};

const ofAppointment: NamesOf<Omit<AppointmentFacts, 'place' | 'letterId'>> = {
  kind: true,
  startsAt: true,
  zone: true,
  room: true,
};

type AccompanimentInRow = Pick<Accompaniment, 'id' | 'role' | 'rsvp' | 'personName' | 'personPhone'>;
const ofAccompaniment: NamesOf<AccompanimentInRow> = {
  id: true,
  role: true,
  rsvp: true,
  personName: true,
  personPhone: true,
};

const ofArrest: NamesOf<ArrestFacts> = {
  arrestedOn: true,
  arrestedOnPrecision: true,
  agency: true,
  precinct: true,
  chargeStatute: true,
  chargeDescription: true,
  chargeLevel: true,
  disposition: true,
  dispositionOn: true,
  nextCourtOn: true,
};

const ofPrint: NamesOf<FingerprintFacts> = {
  id: true,
  takenOn: true,
  takenOnPrecision: true,
  agency: true,
  reason: true,
  civilReason: true,
};

const ofLetter: NamesOf<LetterFacts> = {
  id: true,
  receivedOn: true,
  receivedOnPrecision: true,
  letterDatedOn: true,
  letterDatedOnPrecision: true,
  postmarkedOn: true,
  postmarkedOnPrecision: true,
  form: true,
  reportAt: true,
  zone: true,
  officialName: true,
  officialTitle: true,
  askFor: true,
  statedReason: true,
  verbatim: true,
  authorityCited: true,
  mentionsDetention: true,
  documentsDemanded: true,
  trigger: true,
  confidence: true,
  fingerprintEventId: true,
};

const ofEarlier: NamesOf<EarlierAppointmentFacts> = { kind: true, startsAt: true, zone: true, outcome: true };

const ofCustody: NamesOf<Omit<CustodyFacts, 'facilityName'>> = {
  kind: true,
  at: true,
  zone: true,
  basis: true,
  amount: true,
};

/** More of one kind than any page holds; the latest are kept. */
const most = 200;

/** How long an appointment that began is still the one to print for: people wait all day. */
const hoursStillOn = 12;

/** The facts of a case as they are stored, still sealed, and by which right they are shown. */
export interface CaseRow extends ClientFacts, Pick<CaseFacts, 'code' | 'zone' | 'preparedBy' | 'organisation'> {
  id: string;
  keys: WrappedKey[] | null;
  /** Whether the one who asks sees the whole case file, or comes along to the appointment only. */
  seesCase: boolean;
  attorney: CaseFacts['attorney'];
  appointment: (AppointmentFacts & { id: string; cancelled: boolean }) | null;
  companions: (AccompanimentInRow & { userName: string | null; userPhone: string | null })[];
  arrests: ArrestFacts[];
  fingerprints: FingerprintFacts[];
  letters: LetterFacts[];
  earlierAppointments: EarlierAppointmentFacts[];
  custody: CustodyFacts[];
}

/**
 * All that a summary is made of, in one statement: for those who see the case file, and for those who come along to one
 * of its appointments while it lasts. Without `appointmentId` for the next appointment that stands, else the latest one
 * that was not called off.
 * @returns undefined when there is no such case for the one who asks
 */
export async function caseForSummary(
  work: Work,
  clientId: string,
  appointmentId: string | undefined,
): Promise<CaseRow | undefined> {
  const parameters: unknown[] = [work.organizationId, clientId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const me = bind(work.actor.userId);
  const sees = work.may(Permission.CaseRead) ? maySeeSql(me, bind(work.now)) : 'false';
  const mine = `(${sees} OR ${accompaniesSql(me, bind(accompanierHorizon(work)))})`;
  const which = appointmentId
    ? `AND a.id = ${bind(appointmentId)}`
    : `AND a.status <> 'cancelled'
       ORDER BY CASE WHEN ${standsSql} AND a.starts_at > ${bind(stillOn(work))} THEN a.starts_at END, a.starts_at DESC, a.id DESC`;
  const [row] = await work.sql<CaseRow>(
    `SELECT c.id, c.code, ${columns(work, Client, 'c', ofClient)}, ${keysOfClientSql} AS keys, ${sees} AS "seesCase",
            json_build_object('name', o.name, 'callBackNumber', o.call_back_number) AS organisation, o.zone AS zone,
            u.display_name AS "preparedBy",
            CASE WHEN t.id IS NOT NULL THEN json_build_object('name', t.display_name, 'phone', t.phone) END AS attorney,
            (SELECT row_to_json(x) FROM (SELECT ${appointment(work)}) x WHERE a.id IS NOT NULL) AS appointment,
            ${companions(work)} AS companions,
            ${list(columns(work, Arrest, 'r', ofArrest), 'arrests r', 'r.arrested_on DESC, r.id DESC')} AS arrests,
            ${list(columns(work, FingerprintEvent, 'r', ofPrint), 'fingerprint_events r', 'r.taken_on DESC, r.id DESC', `r.method IS DISTINCT FROM 'none'`)} AS fingerprints,
            ${list(columns(work, Letter, 'r', ofLetter), 'letters r', 'r.received_on DESC, r.id DESC')} AS letters,
            ${list(columns(work, Appointment, 'r', ofEarlier), 'appointments r', 'r.starts_at DESC, r.id DESC', tookPlaceBefore)} AS "earlierAppointments",
            ${list(`${columns(work, CustodyEvent, 'r', ofCustody)}, f.name AS "facilityName"`, `custody_events r LEFT JOIN facilities f ON f.organization_id = r.organization_id AND f.id = r.facility_id`, 'r.at DESC, r.id DESC')} AS custody
     FROM clients c
     JOIN organizations o ON o.id = c.organization_id
     LEFT JOIN users u ON u.organization_id = c.organization_id AND u.id = ${me}
     LEFT JOIN users t ON t.organization_id = c.organization_id AND t.id = c.assigned_attorney_id
     LEFT JOIN LATERAL (SELECT a.* FROM appointments a WHERE a.organization_id = c.organization_id AND a.client_id = c.id
       AND ${mine} ${which} LIMIT 1) a ON true
     LEFT JOIN places p ON p.organization_id = a.organization_id AND p.id = a.place_id
     WHERE c.organization_id = $1 AND c.id = $2 AND (${sees} OR a.id IS NOT NULL)`,
    parameters,
  );
  return row;
}

const stillOn = (work: Work) => new Date(work.now.getTime() - hoursStillOn * 3_600_000);

/** Of what was called off or moved away nothing happened on its day. */
const tookPlaceBefore = `r.starts_at < a.starts_at AND r.status <> 'cancelled'
  AND (r.outcome IS NOT NULL OR r.status NOT IN ('rescheduled_by_ice', 'rescheduled_by_counsel'))`;

/** A call-in of which nobody said which letter it follows is taken to follow the latest that had come by its day. */
const letterOfAppointment = `coalesce(a.letter_id, CASE WHEN a.kind = 'call_in_letter' THEN (SELECT l.id FROM letters l
  WHERE l.organization_id = a.organization_id AND l.client_id = a.client_id
    AND l.received_on <= (a.starts_at AT TIME ZONE a.zone)::date ORDER BY l.received_on DESC, l.id DESC LIMIT 1) END)`;

const appointment = (work: Work) => `a.id, ${columns(work, Appointment, 'a', ofAppointment)},
  ${letterOfAppointment} AS "letterId", a.status = 'cancelled' AS cancelled,
  json_build_object('name', p.name, 'addressLines', p.address_lines, 'entranceNotes', p.entrance_notes) AS place`;

const companions = (work: Work) => `(SELECT coalesce(json_agg(x ORDER BY x.id), '[]') FROM (
  SELECT ${columns(work, Accompaniment, 'm', ofAccompaniment)}, v.display_name AS "userName", v.phone AS "userPhone"
  FROM accompaniments m LEFT JOIN users v ON v.organization_id = m.organization_id AND v.id = m.user_id
  WHERE m.organization_id = a.organization_id AND m.appointment_id = a.id) x)`;

/** A list of records of the case, of alias `r`. */
const list = (what: string, from: string, order: string, condition = 'true') =>
  `(SELECT coalesce(json_agg(x), '[]') FROM (SELECT ${what} FROM ${from}
    WHERE r.organization_id = c.organization_id AND r.client_id = c.id AND ${condition} ORDER BY ${order} LIMIT ${most}) x)`;

/** The columns of the given names, instants as RFC 3339 in UTC. */
function columns(work: Work, entity: new () => object, alias: string, names: Record<string, true>): string {
  return work.manager.connection
    .getMetadata(entity)
    .columns.filter((column) => column.propertyName in names)
    .map(({ databaseName, propertyName, type }) => {
      const column = `${alias}."${databaseName}"`;
      const value =
        type === 'timestamptz' ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : column;
      return `${value} AS "${propertyName}"`;
    })
    .join(', ');
}
