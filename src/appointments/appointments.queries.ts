import { keysOfClientSql } from '../clients/case-files.service.js';
import { Client } from '../clients/client.entity.js';
import { maySeeSql } from '../clients/client.policy.js';
import { Permission } from '../auth/permissions.js';
import { organizationZone } from '../organizations/zone.sql.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import type { DatePrecision } from '../platform/http/fields.js';
import { isCalendarDate } from '../platform/http/values.js';
import { Accompaniment } from './accompaniment.entity.js';
import { Appointment } from './appointment.entity.js';
import { accompanierHorizon, accompaniesSql } from './appointment.policy.js';
import type { AppointmentOnTheDay, Companion, DaySheetQuery } from './appointments.dto.js';

/** What the rules need to know of the place and the letter that an appointment names. */
export interface Surroundings {
  zone: string | null;
  letterClientId: string | null;
  receivedOn: string | null;
  receivedOnPrecision: DatePrecision | null;
}

export async function surroundingsOf(work: Work, placeId: string, letterId: string | null): Promise<Surroundings> {
  const [row] = await work.sql<Surroundings>(
    `SELECT (SELECT p.zone FROM places p WHERE p.organization_id = $1 AND p.id = $2) AS zone,
            l.client_id AS "letterClientId", l.received_on AS "receivedOn", l.received_on_precision AS "receivedOnPrecision"
     FROM (SELECT $1::uuid AS id) o LEFT JOIN letters l ON l.organization_id = o.id AND l.id = $3`,
    [work.organizationId, placeId, letterId],
  );
  return row!;
}

/** An appointment that is kept from changing until this work ends, and whether the one who asks comes along to it. */
export async function appointmentOfCompanion(work: Work, id: string, lock: boolean) {
  const [row] = await work.sql<Appointment & { accompanies: boolean }>(
    `SELECT ${columnsOf(work.manager.connection.getMetadata(Appointment), 'a')}, ${accompaniesSql('$3', '$4')} AS accompanies
     FROM appointments a WHERE a.organization_id = $1 AND a.id = $2 ${lock ? 'FOR UPDATE OF a' : ''}`,
    [work.organizationId, id, work.actor.userId, accompanierHorizon(work)],
  );
  return row;
}

/** Keeps others from adding to an appointment until this work ends. */
export async function lockAppointment(work: Work, id: string): Promise<void> {
  await work.sql('SELECT 1 FROM appointments WHERE organization_id = $1 AND id = $2 FOR UPDATE', [
    work.organizationId,
    id,
  ]);
}

/** The client's row with its keys, whoever asks: the caller decides by the appointment and by `maySee`. */
export async function clientOfAppointment(work: Work, clientId: string) {
  const [row] = await work.sql<Client & { keys: WrappedKey[] | null; maySee: boolean }>(
    `SELECT ${columnsOf(work.manager.connection.getMetadata(Client), 'c')}, ${keysOfClientSql} AS keys, ${maySeeSql('$3', '$4')} AS "maySee"
     FROM clients c WHERE c.organization_id = $1 AND c.id = $2`,
    [work.organizationId, clientId, work.actor.userId, work.now],
  );
  return row;
}

export type AccompanimentRow = Accompaniment & { userName: string | null };

/** Who comes along to any of the appointments, still sealed, in the order in which they were asked. */
export function accompanimentsOf(work: Work, appointmentIds: string[]): Promise<AccompanimentRow[]> {
  return work.sql<AccompanimentRow>(
    `SELECT ${columnsOf(work.manager.connection.getMetadata(Accompaniment), 'm')}, u.display_name AS "userName"
     FROM accompaniments m LEFT JOIN users u ON u.organization_id = m.organization_id AND u.id = m.user_id
     WHERE m.organization_id = $1 AND m.appointment_id = ANY($2) ORDER BY m.id`,
    [work.organizationId, appointmentIds],
  );
}

/** Everybody on the list of an appointment, also those who do not come, and how many may come (null: as many as like). */
export async function companionsAndCap(work: Work, appointmentId: string) {
  const [row] = await work.sql<{ cap: number | null; companions: Pick<Accompaniment, 'id' | 'userId' | 'rsvp'>[] }>(
    `SELECT a.cap, (SELECT coalesce(json_agg(json_build_object('id', m.id, 'userId', m.user_id, 'rsvp', m.rsvp)), '[]')
       FROM accompaniments m WHERE m.organization_id = $1 AND m.appointment_id = a.id) AS companions
     FROM appointments a WHERE a.organization_id = $1 AND a.id = $2`,
    [work.organizationId, appointmentId],
  );
  return row!;
}

type Instants = 'startsAt' | 'arrivedAt' | 'calledInAt' | 'outAt' | 'dueOutBy';

export type DaySheetRow = Omit<AppointmentOnTheDay, Instants | 'accompaniments' | 'overdue'> & {
  startsAt: Date;
  arrivedAt: Date | null;
  calledInAt: Date | null;
  outAt: Date | null;
  dueOutBy: Date | null;
  accompaniments: (Omit<Companion, 'name'> & { userName: string | null; personName: string | null })[];
  seesCase: boolean;
  keys: WrappedKey[] | null;
};

/** Which appointments: those of a day sheet, or the one of an id. */
type Wanted = DaySheetQuery | { id: string };

/** A page of the day sheet, in one statement; names come along (sealed) only for those who see the case file. */
export function daySheet(work: Work, wanted: Wanted, limit: number, position?: Position): Promise<DaySheetRow[]> {
  const { text, parameters, bind, seen } = conditions(work, wanted);
  const page = position
    ? `AND (a.starts_at, a.id) > (${bind(position.after)}::timestamptz, ${bind(position.id)}::uuid)`
    : '';
  const ifSeen = (column: string) => (seen === 'false' ? 'NULL' : `CASE WHEN ${seen} THEN ${column} END`);
  return work.sql<DaySheetRow>(
    `SELECT a.id, a.client_id AS "clientId", c.code, a.kind, a.starts_at AS "startsAt", a.zone, a.place_id AS "placeId",
            p.name AS "placeName", a.room, a.status, a.live_state AS "liveState", a.arrived_at AS "arrivedAt",
            a.called_in_at AS "calledInAt", a.out_at AS "outAt", a.due_out_by AS "dueOutBy", a.outcome, a.version,
            t.display_name AS "attorneyName", t.phone AS "attorneyPhone", ${seen} AS "seesCase",
            ${ifSeen('c.legal_name')} AS "legalName", ${ifSeen('c.preferred_name')} AS "preferredName", ${ifSeen(keysOfClientSql)} AS keys,
            (SELECT coalesce(json_agg(x), '[]') FROM (
               SELECT k.id, k.user_id AS "userId", u.display_name AS "userName", ${ifSeen('k.person_name')} AS "personName", k.role, k.rsvp
               FROM accompaniments k LEFT JOIN users u ON u.organization_id = k.organization_id AND u.id = k.user_id
               WHERE k.organization_id = a.organization_id AND k.appointment_id = a.id ORDER BY k.id) x) AS accompaniments
     FROM appointments a
     JOIN clients c ON c.organization_id = a.organization_id AND c.id = a.client_id
     JOIN places p ON p.organization_id = a.organization_id AND p.id = a.place_id
     LEFT JOIN users t ON t.organization_id = a.organization_id AND t.id = c.assigned_attorney_id
     WHERE ${text} ${page} ORDER BY a.starts_at, a.id LIMIT ${bind(limit)}`,
    parameters,
  );
}

export async function countDaySheet(work: Work, query: DaySheetQuery): Promise<number> {
  const { text, parameters } = conditions(work, query);
  const [row] = await work.sql<{ n: number }>(
    `SELECT count(*) AS n FROM appointments a JOIN clients c ON c.organization_id = a.organization_id AND c.id = a.client_id WHERE ${text}`,
    parameters,
  );
  return row!.n;
}

/** Ids first, since one's own are few among those of a whole organisation. */
const mineSql = (me: string, since: string) =>
  `SELECT m.appointment_id FROM accompaniments m WHERE m.organization_id = $1 AND m.user_id = ${me} AND m.rsvp <> 'no'
   UNION SELECT x.id FROM clients y JOIN appointments x ON x.organization_id = y.organization_id AND x.client_id = y.id
   WHERE y.organization_id = $1 AND y.assigned_attorney_id = ${me} AND x.starts_at >= ${since}`;

/** Only the conditions that are asked for, so that each shape of a query gets a plan of its own. */
function conditions(work: Work, wanted: Wanted) {
  const parameters: unknown[] = [work.organizationId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const me = bind(work.actor.userId);
  const accompanies = accompaniesSql(me, bind(accompanierHorizon(work)));
  const seen = work.may(Permission.CaseRead) ? maySeeSql(me, bind(work.now)) : 'false';
  const parts = ['a.organization_id = $1', seen === 'false' ? accompanies : `(${seen} OR ${accompanies})`];
  if ('id' in wanted) {
    parts.push(`a.id = ${bind(wanted.id)}`);
  } else {
    const { from, to, mine, place, liveState } = wanted;
    const today = () => startOfDay(`(${bind(work.now)}::timestamptz AT TIME ZONE ${organizationZone})::date`);
    const since = from === undefined ? today() : edge(from, 0);
    parts.push(`a.starts_at >= ${since}`);
    if (to !== undefined) parts.push(`a.starts_at < ${edge(to, 1)}`);
    if (mine) parts.push(`a.id = ANY (ARRAY(${mineSql(me, since)}))`);
    if (place) parts.push(`a.place_id = ${bind(place)}`);
    if (liveState) parts.push(`a.live_state = ${bind(liveState)}`);
  }
  return { text: parts.join(' AND '), parameters, bind, seen };

  function edge(value: string, daysLater: number): string {
    return isCalendarDate(value) ? startOfDay(`(${bind(value)}::date + ${daysLater})`) : `${bind(value)}::timestamptz`;
  }
}

/** The instant at which a day begins on the wall clock; a day of 23 or 25 hours is as long as it is. */
const startOfDay = (date: string) => `(${date}::timestamp AT TIME ZONE ${organizationZone})`;
