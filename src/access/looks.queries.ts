import { wayOf } from '../audit/events.js';
import type { Work } from '../platform/database/work.js';
import type { Look } from '../audit/events.js';

export interface LookRow {
  userId: string;
  userName: string | null;
  way: Look;
  roles: string[];
  times: number;
  firstAt: Date;
  lastAt: Date;
  days: string[];
}

const ways = JSON.stringify(wayOf);
const events = Object.keys(wayOf);
const listEvents = events.filter((name) => wayOf[name] === 'list' || name.endsWith('.listed'));

/**
 * Who has seen what of a case file, by person and way. Lines of the file are found by its id; lists over several files by
 * the ids that they showed (of files, and of the file's appointments on a day sheet); refusals by what was asked for. Files
 * that were merged into this one count as this one.
 * @param bounds lowest ids of lines at the beginning of the period, at its end, and from where lists are looked through:
 * under row-level security no index finds an id inside of the details, so every list of that time is read
 */
export function looksInto(
  work: Work,
  clientId: string,
  bounds: { from?: string; to?: string; listsFrom: string },
): Promise<LookRow[]> {
  const parameters: unknown[] = [work.organizationId, clientId, events, ways, listEvents, bounds.listsFrom];
  const period = [
    bounds.from ? `AND a.id >= $${parameters.push(bounds.from)}` : '',
    bounds.to ? `AND a.id < $${parameters.push(bounds.to)}` : '',
  ].join(' ');
  const line = (way: string) => `SELECT a.id, a.user_id, a.role, a.at, ${way} AS way FROM audit_events a`;
  const people = `a.organization_id = $1 AND a.role <> 'system' ${period}`;
  return work.sql<LookRow>(
    `WITH RECURSIVE files AS (
       SELECT $2::uuid AS id
       UNION
       SELECT (m.details ->> 'otherClientId')::uuid FROM files f
       JOIN audit_events m ON m.organization_id = $1 AND m.client_id = f.id AND m.event = 'client.merged'
     ), looks AS (
       ${line('$4::jsonb ->> a.event')} WHERE a.client_id IN (SELECT id FROM files) AND a.event = ANY($3) AND ${people}
       UNION
       ${line(`'list'`)} WHERE a.event = ANY($5) AND a.id >= $6 AND a.client_id IS NULL AND a.details -> 'ids' ?| ARRAY(
         SELECT id::text FROM files
         UNION ALL SELECT p.id::text FROM appointments p WHERE p.organization_id = $1 AND p.client_id = $2) AND ${people}
       UNION
       ${line(`'refused'`)} WHERE a.subject_id IN (SELECT id FROM files) AND a.event = 'access.refused' AND ${people}
     )
     SELECT l.user_id AS "userId", u.display_name AS "userName", l.way, array_agg(DISTINCT l.role) AS roles,
            count(*) AS times, min(l.at) AS "firstAt", max(l.at) AS "lastAt",
            (array_agg(DISTINCT (l.at AT TIME ZONE o.zone)::date ORDER BY (l.at AT TIME ZONE o.zone)::date DESC))[1:100]::text[] AS days
     FROM looks l
     JOIN organizations o ON o.id = $1
     LEFT JOIN users u ON u.organization_id = $1 AND u.id = l.user_id
     GROUP BY l.user_id, u.display_name, l.way ORDER BY max(l.at) DESC, l.way`,
    parameters,
  );
}
