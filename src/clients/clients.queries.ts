import { organizationZone } from '../organizations/zone.sql.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { SearchToken } from '../platform/crypto/blind-index.js';
import type { Position } from '../platform/http/paging.js';
import { keysOfClientSql } from './case-files.service.js';
import { Client } from './client.entity.js';
import { brokenGlassSql } from './break-glass.queries.js';
import { maySeeSql } from './client.policy.js';
import { standsSql } from './stands.sql.js';
import type {
  AppointmentInBrief,
  BrokenGlass,
  ClientsQuery,
  LetterInBrief,
  UpcomingAppointment,
} from './clients.dto.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';

export type ClientRow = Client & { keys: WrappedKey[] | null };

/** RFC 3339 in UTC, for instants inside JSON that PostgreSQL makes. */
const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const lettersSql = `(SELECT coalesce(json_agg(x), '[]') FROM (
  SELECT l.id, l.received_on AS "receivedOn", l.letter_dated_on AS "letterDatedOn", l.form, ${iso('l.report_at')} AS "reportAt",
         l.evidence_grade AS "evidenceGrade", l.decision, l.version,
         coalesce(l.letter_dated_on, l.postmarked_on, l.received_on) - f.taken_on AS "lagDays",
         (l.report_at AT TIME ZONE coalesce(l.zone, ${organizationZone}))::date - l.received_on AS "noticeDays"
  FROM letters l LEFT JOIN fingerprint_events f ON f.organization_id = l.organization_id AND f.id = l.fingerprint_event_id
  WHERE l.organization_id = c.organization_id AND l.client_id = c.id ORDER BY l.received_on DESC, l.id DESC LIMIT 100) x)`;

const appointmentsSql = `(SELECT coalesce(json_agg(x), '[]') FROM (
  SELECT a.id, a.kind, ${iso('a.starts_at')} AS "startsAt", a.zone, a.place_id AS "placeId", p.name AS "placeName", a.status,
         a.live_state AS "liveState", a.outcome, a.version
  FROM appointments a JOIN places p ON p.organization_id = a.organization_id AND p.id = a.place_id
  WHERE a.organization_id = c.organization_id AND a.client_id = c.id ORDER BY a.starts_at DESC LIMIT 100) x)`;

/** The case file with letters and appointments: one statement, since it is what people open all day. */
export async function caseFileById(work: Work, id: string) {
  const [row] = await work.sql<
    ClientRow & { letters: LetterInBrief[]; appointments: AppointmentInBrief[]; brokenGlass: BrokenGlass[] | null }
  >(
    `SELECT ${columns(work)}, ${keysOfClientSql} AS keys, ${lettersSql} AS letters, ${appointmentsSql} AS appointments,
            ${brokenGlassSql('$4')} AS "brokenGlass"
     FROM clients c WHERE c.organization_id = $1 AND c.id = $2 AND ${maySeeSql('$3', '$4')}`,
    [work.organizationId, id, work.actor.userId, work.now],
  );
  return row;
}

const columns = (work: Work) => columnsOf(work.manager.connection.getMetadata(Client), 'c');

export interface ListedRow {
  id: string;
  code: string;
  legalName: string;
  preferredName: string | null;
  status: Client['status'];
  county: string | null;
  assignedAttorneyId: string | null;
  restricted: boolean;
  legalHold: boolean;
  version: number;
  createdAt: Date;
  lastLetterOn: string | null;
  nextAppointment: UpcomingAppointment | null;
  keys: WrappedKey[] | null;
}

const upcoming = (now: string) =>
  `a.organization_id = c.organization_id AND a.client_id = c.id AND a.starts_at >= ${now} AND ${standsSql}`;

/** What a list shows of each client, newest first. */
export async function listClients(
  work: Work,
  query: ClientsQuery,
  alternatives: SearchToken[][],
  position: Position | undefined,
) {
  const { text, parameters } = conditions(work, query, alternatives);
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const now = bind(work.now);
  const page = `${text} ${position ? `AND c.id < ${bind(position.id)}` : ''}`;
  const upcomingOnly =
    query.hasUpcomingAppointment === undefined
      ? ''
      : `AND ${query.hasUpcomingAppointment ? '' : 'NOT '}EXISTS (SELECT 1 FROM appointments a WHERE ${upcoming(now)})`;
  return work.sql<ListedRow>(
    `SELECT c.id, c.code, c.legal_name AS "legalName", c.preferred_name AS "preferredName", c.status, c.county,
            c.assigned_attorney_id AS "assignedAttorneyId", c.restricted, c.legal_hold AS "legalHold", c.version,
            c.created_at AS "createdAt", ${keysOfClientSql} AS keys,
            (SELECT max(l.received_on) FROM letters l WHERE l.organization_id = c.organization_id AND l.client_id = c.id) AS "lastLetterOn",
            (SELECT row_to_json(x) FROM (
               SELECT a.id, a.kind, ${iso('a.starts_at')} AS "startsAt", a.zone, a.place_id AS "placeId", p.name AS "placeName"
               FROM appointments a JOIN places p ON p.organization_id = a.organization_id AND p.id = a.place_id
               WHERE ${upcoming(now)} ORDER BY a.starts_at LIMIT 1) x) AS "nextAppointment"
     FROM clients c WHERE ${page} ${upcomingOnly} ORDER BY c.id DESC LIMIT ${bind(query.limit + 1)}`,
    parameters,
  );
}

export async function countClients(work: Work, query: ClientsQuery, alternatives: SearchToken[][]): Promise<number> {
  const { text, parameters } = conditions(work, query, alternatives);
  const now = query.hasUpcomingAppointment === undefined ? '' : `$${parameters.push(work.now)}`;
  const upcomingOnly = now
    ? `AND ${query.hasUpcomingAppointment ? '' : 'NOT '}EXISTS (SELECT 1 FROM appointments a WHERE ${upcoming(now)})`
    : '';
  const [row] = await work.sql<{ n: number }>(
    `SELECT count(*) AS n FROM clients c WHERE ${text} ${upcomingOnly}`,
    parameters,
  );
  return row!.n;
}

/** Only the conditions that are asked for, so that each shape of a query gets a plan of its own. */
function conditions(work: Work, query: ClientsQuery, alternatives: SearchToken[][]) {
  const parameters: unknown[] = [work.organizationId];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const parts = ['c.organization_id = $1', maySeeSql(bind(work.actor.userId), bind(work.now))];
  if (query.status) parts.push(`c.status = ${bind(query.status)}`);
  if (query.county) parts.push(`c.county = ${bind(query.county)}`);
  if (query.assignedAttorneyId) parts.push(`c.assigned_attorney_id = ${bind(query.assignedAttorneyId)}`);
  if (query.q !== undefined) {
    const found = alternatives.map((tokens) =>
      tokens
        .map(
          ({ token, kind }) =>
            `SELECT t.client_id FROM search_tokens t WHERE t.organization_id = $1 AND t.token = ${bind(token)} AND t.kind = '${kind}'`,
        )
        .join(' INTERSECT '),
    );
    found.push(
      `SELECT k.id FROM clients k WHERE k.organization_id = $1 AND k.code = ${bind(query.q.trim().toUpperCase())}`,
    );
    parts.push(`c.id = ANY (ARRAY(${found.map((select) => `(${select})`).join(' UNION ')}))`);
  }
  return { text: parts.join(' AND '), parameters };
}

/** Lets nobody change these clients, or add a record to them, until this work ends; one order for everybody. */
export async function lockClients(work: Work, ids: string[]): Promise<void> {
  await work.sql('SELECT id FROM clients WHERE organization_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', [
    work.organizationId,
    ids,
  ]);
}

/** Clients that share a token, with the kinds they share. */
export async function clientsSharing(work: Work, tokens: SearchToken[], exceptId: string | undefined) {
  if (tokens.length === 0) return [];
  return work.sql<ClientRow & { kinds: string[] }>(
    `SELECT ${columns(work)}, ${keysOfClientSql} AS keys, s.kinds
     FROM (SELECT t.client_id, array_agg(DISTINCT t.kind) AS kinds FROM search_tokens t
           WHERE t.organization_id = $1 AND t.token = ANY($2) GROUP BY t.client_id LIMIT 50) s
     JOIN clients c ON c.organization_id = $1 AND c.id = s.client_id
     WHERE ${maySeeSql('$3', '$4')} ${exceptId ? 'AND c.id <> $5' : ''} ORDER BY cardinality(s.kinds) DESC, c.id DESC LIMIT 10`,
    [
      work.organizationId,
      tokens.map(({ token }) => token),
      work.actor.userId,
      work.now,
      ...(exceptId ? [exceptId] : []),
    ],
  );
}
