import type {
  AppointmentKind,
  AppointmentOutcome,
  AppointmentStatus,
  LiveState,
} from '../appointments/appointment.values.js';
import { Permission, permissionsOf, roles } from '../auth/permissions.js';
import type { ClientStatus, ContactChannel, SmsConsent, TextSafety } from '../clients/client.values.js';
import type { FingerprintMethod } from '../fingerprints/fingerprint-event.fields.js';
import type { Work } from '../platform/database/work.js';
import type { DatePrecision } from '../platform/http/fields.js';
import type { Existing } from './reconcile.js';
import type { SubjectType } from './reminder.values.js';
import type { Detail } from './words/when-and-where.js';

/** When and where appointments are, by their ids. */
export async function detailsOfAppointments(work: Work, ids: string[]): Promise<Map<string, Detail>> {
  const rows = await work.sql<Detail & { id: string }>(
    `SELECT a.id, a.starts_at AS "startsAt", a.zone, p.address_lines AS "addressLines" FROM appointments a
     LEFT JOIN places p ON p.organization_id = a.organization_id AND p.id = a.place_id
     WHERE a.organization_id = $1 AND a.id = ANY($2)`,
    [work.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Somebody who works or helps here. */
export interface Colleague {
  id: string;
  language: string | null;
}

/** What decides whether and how a person may be written to. Holds no address and no name. */
export interface ClientFacts {
  subjectId: string;
  subjectVersion: number;
  clientId: string;
  clientVersion: number;
  clientStatus: ClientStatus;
  channel: ContactChannel | null;
  smsConsent: SmsConsent | null;
  /** Consent was withdrawn, or the number wants no more text messages. */
  smsWithdrawn: boolean;
  phoneSafeToText: TextSafety | null;
  /** Consent to messages that say when and where, not withdrawn. */
  wantsDetail: boolean;
  hasPhone: boolean;
  hasEmail: boolean;
  language: string | null;
  /** Who answers for the case: its attorney, else who wrote the record down, else a supervisor or another who may see it. */
  responsible: Colleague | null;
  existing: Existing[];
}

export interface AppointmentFacts extends ClientFacts {
  kind: AppointmentKind;
  startsAt: Date;
  zone: string;
  status: AppointmentStatus;
  liveState: LiveState;
  outcome: AppointmentOutcome | null;
  nextAppointmentId: string | null;
  companions: Colleague[];
  arrivedAt: Date | null;
  calledInAt: Date | null;
  dueOutBy: Date | null;
  hasEmergencyContacts: boolean;
  /** All who may see the case, once a time is set by which the person should be out. */
  supervisors: Colleague[];
}

export interface PrintFacts extends ClientFacts {
  takenOn: string;
  takenOnPrecision: DatePrecision;
  method: FingerprintMethod | null;
  letterCame: boolean;
}

const caseRoles = roles.filter((role) => permissionsOf[role].has(Permission.ReminderRead));
const caseRolesSql = caseRoles.map((role) => `'${role}'`).join(', ');

const responsibleSql = `(SELECT json_build_object('id', u.id, 'language', u.language) FROM users u
  WHERE u.organization_id = c.organization_id AND u.state <> 'disabled' AND u.role IN (${caseRolesSql})
    AND (NOT c.restricted OR u.id = c.assigned_attorney_id OR u.id = ANY(c.allowed_user_ids))
  ORDER BY u.id = c.assigned_attorney_id DESC NULLS LAST, u.id = s.created_by DESC, u.role = 'supervisor' DESC,
           u.role = 'attorney' DESC, u.id LIMIT 1)`;

/** Everybody who supervises and may see the case; looked up only for a person who is inside. */
const supervisorsSql = `(SELECT coalesce(json_agg(json_build_object('id', u.id, 'language', u.language) ORDER BY u.id), '[]')
  FROM users u WHERE s.due_out_by IS NOT NULL AND u.organization_id = c.organization_id AND u.state <> 'disabled'
    AND u.role = 'supervisor'
    AND (NOT c.restricted OR u.id = c.assigned_attorney_id OR u.id = ANY(c.allowed_user_ids)))`;

/** Whether the number of the file has answered STOP. */
const numberStopped = `EXISTS (SELECT 1 FROM search_tokens t JOIN text_stops o
  ON o.organization_id = t.organization_id AND o.token = t.token AND o.stopped
  WHERE t.organization_id = c.organization_id AND t.client_id = c.id AND t.kind = 'phone')`;

const factsSql = `s.id AS "subjectId", s.version AS "subjectVersion", c.id AS "clientId",
  c.version AS "clientVersion", c.status AS "clientStatus", c.channel, c.sms_consent AS "smsConsent",
  coalesce((SELECT bool_and(x->>'withdrawnOn' IS NOT NULL) FROM jsonb_array_elements(c.consents) x
            WHERE x->>'kind' = 'sms'), false) OR ${numberStopped} AS "smsWithdrawn",
  EXISTS (SELECT 1 FROM jsonb_array_elements(c.consents) x WHERE x->>'kind' = 'message_detail'
          AND x->>'withdrawnOn' IS NULL) AS "wantsDetail",
  c.phone_safe_to_text AS "phoneSafeToText", c.phone IS NOT NULL AS "hasPhone", c.email IS NOT NULL AS "hasEmail",
  c.language, ${responsibleSql} AS responsible`;

/**
 * One row found by its key for each row of `s`. `OFFSET 0` has it looked up: of an organisation that has just begun the
 * planner knows nothing, takes its rows for one, and would go through all of them for each.
 */
const lookedUp = (table: string, alias: string, condition: string) =>
  `LATERAL (SELECT * FROM ${table} ${alias} WHERE ${alias}.organization_id = s.organization_id AND ${condition} OFFSET 0) ${alias} ON true`;

const ofClient = `JOIN ${lookedUp('clients', 'c', 'c.id = s.client_id')}`;

/** Facts with the reminders that each subject has already; two statements that travel together. */
async function withExisting<T extends ClientFacts>(
  work: Work,
  type: SubjectType,
  ids: string[],
  facts: Promise<Omit<T, 'existing'>[]>,
): Promise<T[]> {
  const reminders = work.sql<Existing & { subjectId: string }>(
    `SELECT r.subject_id AS "subjectId", r.id, r.kind, r.recipient_type AS "recipientType", r.recipient_id AS "recipientId",
            r."offset", r.basis, r.due_at AS "dueAt", r.zone, r.channel, r.content, r.language, r.state,
            r.lease_until AS "leaseUntil", r.handled_by AS "handledBy"
     FROM reminders r WHERE r.organization_id = $1 AND r.subject_type = $2 AND r.subject_id = ANY($3)`,
    [work.organizationId, type, ids],
  );
  const [rows, all] = await Promise.all([facts, reminders]);
  const existing = new Map<string, Existing[]>(rows.map(({ subjectId }) => [subjectId, []]));
  for (const one of all) existing.get(one.subjectId)?.push(one);
  return rows.map((row) => Object.assign(row, { existing: existing.get(row.subjectId)! }) as unknown as T);
}

export async function appointmentFacts(work: Work, ids: string[]): Promise<AppointmentFacts[]> {
  if (ids.length === 0) return [];
  return withExisting(
    work,
    'appointment',
    ids,
    work.sql<Omit<AppointmentFacts, 'existing'>>(
      `SELECT s.kind, s.starts_at AS "startsAt", s.zone, s.status, s.live_state AS "liveState", s.outcome,
              s.arrived_at AS "arrivedAt", s.called_in_at AS "calledInAt", s.due_out_by AS "dueOutBy",
              c.emergency_contacts IS NOT NULL AS "hasEmergencyContacts", ${supervisorsSql} AS supervisors,
              s.next_appointment_id AS "nextAppointmentId", ${factsSql},
              (SELECT coalesce(json_agg(json_build_object('id', u.id, 'language', u.language)), '[]')
               FROM accompaniments m JOIN users u ON u.organization_id = m.organization_id AND u.id = m.user_id
               WHERE m.organization_id = s.organization_id AND m.appointment_id = s.id AND m.rsvp <> 'no'
                 AND u.state <> 'disabled') AS companions
       FROM appointments s ${ofClient} WHERE s.organization_id = $1 AND s.id = ANY($2)`,
      [work.organizationId, ids],
    ),
  );
}

export async function printFacts(work: Work, ids: string[]): Promise<PrintFacts[]> {
  if (ids.length === 0) return [];
  return withExisting(
    work,
    'fingerprint_event',
    ids,
    work.sql<Omit<PrintFacts, 'existing'>>(
      `SELECT s.taken_on AS "takenOn", s.taken_on_precision AS "takenOnPrecision", s.method, ${factsSql},
              EXISTS (SELECT 1 FROM letters l WHERE l.organization_id = s.organization_id AND l.client_id = s.client_id
                      AND l.received_on >= s.taken_on) AS "letterCame"
       FROM fingerprint_events s ${ofClient} WHERE s.organization_id = $1 AND s.id = ANY($2)`,
      [work.organizationId, ids],
    ),
  );
}

/** How far back a subject may lie and still have something to come. */
const appointmentHorizonDays = 3;
const printHorizonDays = 40;
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** Ids of what a client still has ahead. */
export async function subjectsOfClients(work: Work, clientIds: string[]) {
  return work.sql<{ type: 'appointment' | 'fingerprint_event'; id: string }>(
    `SELECT 'appointment' AS type, a.id FROM appointments a
     WHERE a.organization_id = $1 AND a.client_id = ANY($2) AND a.starts_at > $3
     UNION ALL
     SELECT 'fingerprint_event', f.id FROM fingerprint_events f
     WHERE f.organization_id = $1 AND f.client_id = ANY($2) AND f.taken_on > $4::date`,
    [
      work.organizationId,
      clientIds,
      daysBefore(work.now, appointmentHorizonDays),
      daysBefore(work.now, printHorizonDays),
    ],
  );
}

const differs = `(d.subject_id IS NULL OR d.subject_version <> s.version OR d.client_version <> c.version OR d.plan_version <> $3)`;
const derivedFrom = (type: SubjectType) =>
  `LEFT JOIN ${lookedUp('reminder_subjects', 'd', `d.subject_type = '${type}' AND d.subject_id = s.id`)}`;

/** What was never derived, or changed since without being derived again. */
export async function underivedSubjects(work: Work, planVersion: number, limit: number) {
  return work.sql<{ type: 'appointment' | 'fingerprint_event'; id: string }>(
    `(SELECT 'appointment' AS type, s.id FROM appointments s ${ofClient} ${derivedFrom('appointment')}
      WHERE s.organization_id = $1 AND s.starts_at > $2
        AND (${differs} OR EXISTS (SELECT 1 FROM accompaniments m WHERE m.organization_id = s.organization_id
             AND m.appointment_id = s.id AND m.updated_at > d.derived_at))
      LIMIT $5)
     UNION ALL
     (SELECT 'fingerprint_event', s.id FROM fingerprint_events s ${ofClient} ${derivedFrom('fingerprint_event')}
      WHERE s.organization_id = $1 AND s.taken_on > $4::date AND ${differs} LIMIT $5)`,
    [
      work.organizationId,
      daysBefore(work.now, appointmentHorizonDays),
      planVersion,
      daysBefore(work.now, printHorizonDays),
      limit,
    ],
  );
}

/** Who answers for the case of a reminder, by the same rules as when it was made: whoever wrote down what it is about. */
export async function responsibleFor(work: Work, reminderId: string): Promise<Colleague | undefined> {
  const [row] = await work.sql<{ responsible: Colleague | null }>(
    `SELECT ${responsibleSql} AS responsible
     FROM (SELECT r.organization_id, r.client_id, coalesce(a.created_by, f.created_by, r.created_by) AS created_by
           FROM reminders r
           LEFT JOIN appointments a ON a.organization_id = r.organization_id AND a.id = r.subject_id
           LEFT JOIN fingerprint_events f ON f.organization_id = r.organization_id AND f.id = r.subject_id
           WHERE r.organization_id = $1 AND r.id = $2) s ${ofClient}`,
    [work.organizationId, reminderId],
  );
  return row?.responsible ?? undefined;
}

/** Case files that have a number, each with whoever answers for it. */
export async function filesOfNumber(work: Work, token: Buffer) {
  return work.sql<{ id: string; language: string | null; responsible: Colleague | null }>(
    `SELECT c.id, c.language, ${responsibleSql} AS responsible FROM search_tokens t
     JOIN clients c ON c.organization_id = t.organization_id AND c.id = t.client_id
     JOIN clients s ON s.organization_id = c.organization_id AND s.id = c.id
     WHERE t.organization_id = $1 AND t.token = $2 AND t.kind = 'phone' ORDER BY c.id`,
    [work.organizationId, token],
  );
}
