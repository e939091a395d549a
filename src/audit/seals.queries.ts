import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { AuditSeal } from './audit-seal.entity.js';
import { sealedColumns, type SealedLine } from './seal-codes.js';

/** One sealing of an organisation at a time; freed at the end of the transaction. */
export async function lockSealing(work: Work): Promise<void> {
  await work.sql(`SELECT pg_advisory_xact_lock(hashtextextended('letterbox audit seal ' || $1, 0))`, [
    work.organizationId,
  ]);
}

export async function lastSeal(work: Work): Promise<AuditSeal | undefined> {
  const [seal] = await work.sql<AuditSeal>(
    `SELECT ${sealColumns(work)} FROM audit_seals s WHERE s.organization_id = $1 ORDER BY s.number DESC LIMIT 1`,
    [work.organizationId],
  );
  return seal;
}

/** Newest first, those before a number. */
export function newestSeals(work: Work, limit: number, before?: number): Promise<AuditSeal[]> {
  return work.sql<AuditSeal>(
    `SELECT ${sealColumns(work)} FROM audit_seals s WHERE s.organization_id = $1 ${before === undefined ? '' : 'AND s.number < $3'}
     ORDER BY s.number DESC LIMIT $2`,
    [work.organizationId, limit, ...(before === undefined ? [] : [before])],
  );
}

/** Seals in their order, from a number on. */
export function sealsFrom(work: Work, number: number, limit: number): Promise<AuditSeal[]> {
  return work.sql<AuditSeal>(
    `SELECT ${sealColumns(work)} FROM audit_seals s WHERE s.organization_id = $1 AND s.number >= $2 ORDER BY s.number LIMIT $3`,
    [work.organizationId, number, limit],
  );
}

/**
 * The position up to which all is told: every transaction that could write a line before it has ended, so a statement
 * after this one sees all of them. Transactions that take long, in any database of the server, hold it back.
 */
export async function settledPosition(work: Work): Promise<number> {
  const [row] = await work.sql<{ position: number }>(
    'SELECT audit_position_at(pg_snapshot_xmin(pg_current_snapshot())) AS position',
  );
  return row!.position;
}

/** Lines with `from <= position < to` in the order in which they are sealed. */
export function linesBetween(work: Work, from: number, to: number, limit?: number): Promise<SealedLine[]> {
  return work.sql<SealedLine>(
    `SELECT ${sealedColumns} FROM audit_events a WHERE a.organization_id = $1 AND a.position >= $2 AND a.position < $3
     ORDER BY a.position, a.id ${limit === undefined ? '' : `LIMIT ${limit}`}`,
    [work.organizationId, from, to],
  );
}

/** Lines that no seal covers yet, and when the oldest of them was written. */
export async function unsealedLines(work: Work, from: number): Promise<{ lines: number; oldest: Date | null }> {
  const [row] = await work.sql<{ lines: number; oldest: Date | null }>(
    'SELECT count(*) AS lines, min(at) AS oldest FROM audit_events WHERE organization_id = $1 AND position >= $2',
    [work.organizationId, from],
  );
  return row!;
}

const sealColumns = (work: Work) => columnsOf(work.manager.connection.getMetadata(AuditSeal), 's');
