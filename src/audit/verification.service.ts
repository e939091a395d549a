import { Injectable } from '@nestjs/common';
import type { Key } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import type { Anchor } from './anchors.js';
import { AuditKeys } from './audit-keys.js';
import type { AuditSeal } from './audit-seal.entity.js';
import { isSameCode, lineCode, lineCodeBytes, sealCode, type SealedLine } from './seal-codes.js';
import { lastSeal, linesBetween, sealsFrom, unsealedLines } from './seals.queries.js';

/** What came of looking through the audit of one organisation. */
export interface Verdict {
  organizationId: string;
  /** The first thing that does not fit, as a sentence with the number of its batch; undefined where all fits. */
  trouble?: string;
  batches: number;
  /** Lines that fit their seals. */
  lines: number;
  newest?: AuditSeal;
  /** Lines that no seal covers yet, of which nothing can be said. */
  unsealed: { lines: number; oldest: Date | null };
}

const sealsAtOnce = 20;

/**
 * Looks through an organisation's audit: whether each line is as it was when it was sealed, whether lines or batches are
 * missing, were added or stand elsewhere, and whether it still reaches the anchors that were kept outside the database.
 */
@Injectable()
export class VerificationService {
  constructor(
    private readonly works: Works,
    private readonly keys: AuditKeys,
  ) {}

  verify(organizationId: string, anchors: Anchor[]): Promise<Verdict> {
    return this.works.run(organizationId, (work) => this.verifyIn(work, anchors));
  }

  newestOf(organizationId: string): Promise<AuditSeal | undefined> {
    return this.works.run(organizationId, lastSeal);
  }

  private async verifyIn(work: Work, anchors: Anchor[]): Promise<Verdict> {
    const keys = await this.keys.all(work);
    const verdict: Verdict = {
      organizationId: work.organizationId,
      batches: 0,
      lines: 0,
      unsealed: { lines: 0, oldest: null },
    };
    for (;;) {
      const seals = await sealsFrom(work, verdict.batches + 1, sealsAtOnce);
      for (const seal of seals) {
        verdict.trouble = headTrouble(seal, verdict.newest, keys.get(seal.keyId)) ?? anchorTrouble(seal, anchors);
        verdict.trouble ??= await this.linesTrouble(work, seal, keys.get(seal.keyId)!);
        if (verdict.trouble) return verdict;
        verdict.batches = seal.number;
        verdict.lines += seal.lines;
        verdict.newest = seal;
      }
      if (seals.length < sealsAtOnce) break;
    }
    const cut = anchors.find(({ number }) => number > verdict.batches);
    if (cut)
      verdict.trouble = `The end is missing: batch ${cut.number} with ${cut.totalLines} lines up to it was sealed and kept as an anchor, but the newest batch here is ${verdict.batches}.`;
    verdict.unsealed = await unsealedLines(work, verdict.newest?.toPosition ?? 0);
    return verdict;
  }

  private async linesTrouble(work: Work, seal: AuditSeal, key: Key): Promise<string | undefined> {
    const lines = await linesBetween(work, seal.fromPosition, seal.toPosition);
    const codes = lines.map((line) => lineCode(key.bytes, work.organizationId, line));
    if (isSameCode(Buffer.concat(codes), seal.lineCodes)) return undefined;
    const actual = codes.map((code) => code.toString('hex'));
    const sealed = codesOf(seal);
    const at = actual.findIndex((code, index) => code !== sealed[index]);
    return `Batch ${seal.number}: ${misfit(lines, actual, sealed, at >= 0 ? at : actual.length)}`;
  }
}

/** What is wrong with a seal by itself, and with its place behind the one before. */
function headTrouble(seal: AuditSeal, before: AuditSeal | undefined, key: Key | undefined): string | undefined {
  const expected = (before?.number ?? 0) + 1;
  if (seal.number !== expected) return `Batch ${expected}: its seal is missing.`;
  if (!key) return `Batch ${seal.number}: the key ${seal.keyId} that it was sealed with is missing.`;
  const fits =
    isSameCode(seal.code, sealCode(key.bytes, seal, before?.code)) &&
    seal.fromPosition === (before?.toPosition ?? 0) &&
    seal.totalLines === (before?.totalLines ?? 0) + seal.lines &&
    seal.lineCodes.length === seal.lines * lineCodeBytes;
  return fits ? undefined : `Batch ${seal.number}: its seal was changed or does not follow the one before.`;
}

function anchorTrouble(seal: AuditSeal, anchors: Anchor[]): string | undefined {
  const broken = anchors.some(
    ({ number, code }) => number === seal.number && !isSameCode(Buffer.from(code, 'hex'), seal.code),
  );
  return broken ? `Batch ${seal.number}: it is another one than the anchor that was kept of it.` : undefined;
}

function codesOf({ lines, lineCodes }: AuditSeal): string[] {
  return Array.from({ length: lines }, (_, at) =>
    lineCodes.subarray(at * lineCodeBytes, (at + 1) * lineCodeBytes).toString('hex'),
  );
}

/** The first line that does not fit, and in which way, as far as the codes tell. */
function misfit(lines: SealedLine[], actual: string[], sealed: string[], at: number): string {
  const line = lines[at];
  const neighbour = at === 0 ? 'at its beginning' : `after line ${at} (${lines[at - 1]!.id})`;
  const gone = () => !actual.includes(sealed[at]!);
  if (!line || (sealed.includes(actual[at]!) && gone())) {
    const missing = sealed.length - actual.length;
    return `a line is missing ${neighbour}${missing > 1 ? `, and ${missing - 1} more` : ''}.`;
  }
  if (sealed.includes(actual[at]!)) return `line ${at + 1} (${line.id}) stands where another one stood.`;
  if (at >= sealed.length || !gone()) return `line ${at + 1} (${line.id}) was added later.`;
  return `line ${at + 1} (${line.id}) was changed.`;
}
