import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { mustNotBeReversed } from '../platform/http/day-or-instant.js';
import { Problem } from '../platform/http/problem.js';
import { anchorOf, anchorText } from './anchors.js';
import type { AuditEventAnswer, AuditExportQuery, ExportFormat } from './audit.dto.js';
import { auditLines } from './audit.queries.js';
import { csvHeader, csvRow } from './csv.js';
import { lastSeal } from './seals.queries.js';

/** A file of audit lines. */
export interface AuditExport {
  format: ExportFormat;
  content: Readable;
}

const mostLines = 20_000;
const linesAtOnce = 2_000;

/** Takes lines out of the system, for a supervisor of supervisors, a court or an archive. */
@Injectable()
export class AuditExportService {
  /**
   * The lines of a period, oldest first.
   * @throws Problem 422 on `from` when they are too many for one file
   */
  async export(work: Work, { format, ...query }: AuditExportQuery): Promise<AuditExport> {
    mustNotBeReversed(query);
    const pieces: string[] = [];
    let count = 0;
    for (let after: string | undefined; ;) {
      const rows = await auditLines(work, query, 'oldest first', linesAtOnce, after);
      count += rows.length;
      if (count > mostLines)
        throw Problem.invalidField(
          'from',
          'audit.too_many',
          `These are more than ${mostLines} lines. Choose a shorter period and export the rest after it.`,
        );
      const lines = rows.map((row): AuditEventAnswer => ({ ...row, at: row.at.toISOString() }));
      pieces.push(
        format === 'csv' ? lines.map(csvRow).join('') : lines.map((line) => JSON.stringify(line)).join(',\n'),
      );
      after = rows.at(-1)?.id;
      if (rows.length < linesAtOnce) break;
    }
    const { from, to } = query;
    work.audit({ event: 'audit.exported', details: { count, format, from, to } });
    return {
      format,
      content: Readable.from(format === 'csv' ? [csvHeader, ...pieces] : await this.inJson(work, pieces)),
    };
  }

  private async inJson(work: Work, pieces: string[]): Promise<string[]> {
    const seal = await lastSeal(work);
    const head = {
      organizationId: work.organizationId,
      exportedAt: work.now.toISOString(),
      anchor: seal ? anchorText(anchorOf(seal)) : null,
    };
    const filled = pieces.filter((piece) => piece !== '');
    const separated = filled.flatMap((piece, at) => (at === 0 ? [piece] : [',\n', piece]));
    return [`${JSON.stringify(head).slice(0, -1)},"events":[\n`, ...separated, '\n]}\n'];
  }
}
