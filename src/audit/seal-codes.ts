import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditSeal } from './audit-seal.entity.js';

/** A line as it is sealed: every column; the details as PostgreSQL writes them, which is one text for one value. */
export interface SealedLine {
  id: string;
  position: number;
  at: Date;
  userId: string;
  role: string;
  event: string;
  subjectType: string | null;
  subjectId: string | null;
  clientId: string | null;
  origin: string | null;
  requestId: string | null;
  details: string | null;
}

/** Columns of {@link SealedLine} of the table alias `a`. */
export const sealedColumns = `a.id, a.position, a.at, a.user_id AS "userId", a.role, a.event, a.subject_type AS "subjectType",
  a.subject_id AS "subjectId", a.client_id AS "clientId", a.origin, a.request_id AS "requestId", a.details::text AS details`;

/** Bytes of the code of a line. */
export const lineCodeBytes = 16;

const lineFormat = 'letterbox audit line 1';
const sealFormat = 'letterbox audit seal 1';

/** The code of a line: without the key nobody can make one that fits other words. */
export function lineCode(key: Buffer, organizationId: string, line: SealedLine): Buffer {
  const text = JSON.stringify([
    lineFormat,
    organizationId,
    line.id,
    line.position,
    line.at.getTime(),
    line.userId,
    line.role,
    line.event,
    line.subjectType,
    line.subjectId,
    line.clientId,
    line.origin,
    line.requestId,
    line.details,
  ]);
  return createHmac('sha256', key).update(text).digest().subarray(0, lineCodeBytes);
}

/** The code of a seal, made with that of the seal before; the first has none before it. */
export function sealCode(key: Buffer, seal: Omit<AuditSeal, 'code'>, before: Buffer | undefined): Buffer {
  const text = JSON.stringify([
    sealFormat,
    seal.organizationId,
    seal.number,
    seal.keyId,
    seal.fromPosition,
    seal.toPosition,
    seal.lines,
    seal.totalLines,
    seal.sealedAt.getTime(),
    createHash('sha256').update(seal.lineCodes).digest('hex'),
    before?.toString('hex') ?? null,
  ]);
  return createHmac('sha256', key).update(text).digest();
}

/** Whether two codes are one, in a time that does not tell how far they agree. */
export const isSameCode = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
