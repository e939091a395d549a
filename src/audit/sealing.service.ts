import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';
import { type Anchor, AnchorFile, anchorOf } from './anchors.js';
import { AuditKeys } from './audit-keys.js';
import { AuditSeal } from './audit-seal.entity.js';
import { lineCode, sealCode, type SealedLine } from './seal-codes.js';
import { lastSeal, linesBetween, lockSealing, sealsFrom, settledPosition } from './seals.queries.js';

const everyMs = 60_000;
/** An empty batch is sealed so often, so that the newest seal is never much older where a worker runs. */
const heartbeatMs = 3_600_000;
const linesAtOnce = 1000;

/**
 * Seals the audit in batches, each with a code over its lines and the batch before. Runs in a worker every minute; a
 * request that writes lines waits for none of it.
 */
@Injectable()
export class SealingService implements OnModuleInit {
  private readonly logger = new Logger('audit');
  private saidSo = false;

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly keys: AuditKeys,
  ) {
    jobs.handle('audit.seal', () => this.sealAll());
    jobs.every('audit.seal', everyMs);
  }

  /** Before a line is written: on a server that a dump was loaded into, positions go on where they were. */
  async onModuleInit(): Promise<void> {
    await this.dataSource.query('SELECT continue_audit_positions()');
  }

  /** One organisation's trouble does not keep the others waiting. @throws Error when there was any */
  async sealAll(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.seal(organizationId);
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'sealing failed', organizationId, kind: (error as Error).name });
      }
    }
    if (failures > 0) throw new Error(`Sealing failed for ${failures} organisation(s).`);
  }

  /**
   * Seals every line whose transaction has ended, and notes the newest seal outside the database.
   * @returns the seals that were made
   */
  async seal(organizationId: string): Promise<AuditSeal[]> {
    const seals: AuditSeal[] = [];
    for (;;) {
      const seal = await this.works.run(organizationId, (work) => this.sealNext(work));
      if (!seal) break;
      seals.push(seal);
      this.logger.log({
        message: 'audit sealed',
        organizationId,
        batch: seal.number,
        lines: seal.lines,
        code: seal.code.toString('hex'),
      });
      if (seal.lines === 0) break;
    }
    if (seals.length > 0) await this.noteOutside(seals.at(-1)!);
    return seals;
  }

  private async sealNext(work: Work): Promise<AuditSeal | undefined> {
    await lockSealing(work);
    const before = await lastSeal(work);
    const from = before?.toPosition ?? 0;
    const { lines, to } = await this.batchAfter(work, from);
    const isDue = !before || work.now.getTime() - before.sealedAt.getTime() >= heartbeatMs;
    if (lines.length === 0 && !isDue) return undefined;
    const key = await this.keys.current(work);
    const seal = {
      organizationId: work.organizationId,
      number: (before?.number ?? 0) + 1,
      keyId: key.id,
      fromPosition: from,
      toPosition: to,
      lines: lines.length,
      totalLines: (before?.totalLines ?? 0) + lines.length,
      sealedAt: work.now,
      lineCodes: Buffer.concat(lines.map((line) => lineCode(key.bytes, work.organizationId, line))),
    };
    const sealed: AuditSeal = { ...seal, code: sealCode(key.bytes, seal, before?.code) };
    await work.manager.insert(AuditSeal, sealed);
    return sealed;
  }

  /** The lines of whole transactions, some thousand at most, and the position before which there are no others. */
  private async batchAfter(work: Work, from: number): Promise<{ lines: SealedLine[]; to: number }> {
    const settled = Math.max(from, await settledPosition(work));
    const lines = await linesBetween(work, from, settled, linesAtOnce + 1);
    if (lines.length <= linesAtOnce) return { lines, to: settled };
    const to = lines[linesAtOnce]!.position;
    const whole = lines.filter(({ position }) => position < to);
    if (whole.length > 0) return { lines: whole, to };
    // One transaction wrote more lines than that.
    return { lines: await linesBetween(work, from, to + 1), to: to + 1 };
  }

  /** An anchor that the database no longer reaches stays as it is: it is the proof that the end was cut off. */
  private async noteOutside(newest: AuditSeal): Promise<void> {
    const { organizationId } = newest;
    try {
      const file = new AnchorFile(this.configuration.dataDir);
      const anchors = await file.read();
      const known = anchors.get(organizationId);
      if (known && !(await this.reaches(known))) {
        this.logger.error({
          message: 'the audit does not reach the anchor in the data directory; run: npm run audit -- verify',
          organizationId,
          batch: known.number,
        });
        return;
      }
      await file.write(anchors.set(organizationId, anchorOf(newest)));
    } catch (error) {
      // A process without a data directory that it may write to has the lines of its log.
      if (!this.saidSo) this.logger.warn({ message: 'anchor not written', kind: (error as Error).name });
      this.saidSo = true;
    }
  }

  private reaches({ organizationId, number, code }: Anchor): Promise<boolean> {
    return this.works.run(organizationId, async (work) => {
      const [seal] = await sealsFrom(work, number, 1);
      return seal?.number === number && seal.code.toString('hex') === code;
    });
  }
}
