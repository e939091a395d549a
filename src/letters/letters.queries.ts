import type { Print } from '../fingerprints/fingerprints.service.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Letter } from './letter.entity.js';

export interface LetterFacts {
  id: string;
  triggerTakenOn: string | null;
  issuingOfficeName: string | null;
  reportingPlaceName: string | null;
}

/** What answers say of the records that letters refer to. */
export async function factsOfLetters(work: Work, ids: string[]): Promise<Map<string, LetterFacts>> {
  const rows = await work.sql<LetterFacts>(
    `SELECT l.id, f.taken_on AS "triggerTakenOn", o.name AS "issuingOfficeName", p.name AS "reportingPlaceName"
     FROM letters l
     LEFT JOIN fingerprint_events f ON f.organization_id = l.organization_id AND f.id = l.fingerprint_event_id
     LEFT JOIN offices o ON o.organization_id = l.organization_id AND o.id = l.issuing_office_id
     LEFT JOIN places p ON p.organization_id = l.organization_id AND p.id = l.reporting_place_id
     WHERE l.organization_id = $1 AND l.id = ANY($2)`,
    [work.organizationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Letters of a client whose trigger is only the system's proposal, each with the latest print before it.
 * @param withoutId a print that is about to be deleted
 */
export function proposalsOf(work: Work, clientId: string, withoutId: string | null) {
  return work.sql<Letter & { printId: string | null; reason: Print['reason'] | null }>(
    `SELECT ${columnsOf(work.manager.connection.getMetadata(Letter), 'l')}, p.id AS "printId", p.reason
     FROM letters l LEFT JOIN LATERAL (
       SELECT f.id, f.reason FROM fingerprint_events f
       WHERE f.organization_id = l.organization_id AND f.client_id = l.client_id AND f.method IS DISTINCT FROM 'none'
         AND f.taken_on <= coalesce(l.letter_dated_on, l.postmarked_on, l.received_on) AND f.id IS DISTINCT FROM $3
       ORDER BY f.taken_on DESC, f.id DESC LIMIT 1) p ON true
     WHERE l.organization_id = $1 AND l.client_id = $2 AND NOT l.trigger_judged
       AND (l.confidence IS NULL OR l.confidence = 'possible')`,
    [work.organizationId, clientId, withoutId],
  );
}

/** Whether a letter names this print as its trigger and yet bears, exactly, an earlier date. */
export async function letterBefore(work: Work, printId: string, takenOn: string): Promise<boolean> {
  const rows = await work.sql(
    `SELECT 1 FROM letters l WHERE l.organization_id = $1 AND l.fingerprint_event_id = $2 AND (
       (l.letter_dated_on < $3 AND l.letter_dated_on_precision = 'exact')
       OR (l.postmarked_on < $3 AND l.postmarked_on_precision = 'exact')
       OR (l.received_on < $3 AND l.received_on_precision = 'exact')) LIMIT 1`,
    [work.organizationId, printId, takenOn],
  );
  return rows.length > 0;
}

/** Whether any letter names this print as its trigger. */
export async function namedByLetter(work: Work, printId: string): Promise<boolean> {
  const rows = await work.sql(
    'SELECT 1 FROM letters l WHERE l.organization_id = $1 AND l.fingerprint_event_id = $2 LIMIT 1',
    [work.organizationId, printId],
  );
  return rows.length > 0;
}

/** Whether any appointment names this letter. */
export async function hasAppointment(work: Work, letterId: string): Promise<boolean> {
  const rows = await work.sql(
    'SELECT 1 FROM appointments a WHERE a.organization_id = $1 AND a.letter_id = $2 LIMIT 1',
    [work.organizationId, letterId],
  );
  return rows.length > 0;
}
