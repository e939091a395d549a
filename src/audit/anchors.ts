import { join } from 'node:path';
import { DataDirectory, readIfThere } from '../platform/database/embedded/data-directory.js';
import type { AuditSeal } from './audit-seal.entity.js';

/** A seal as it is kept outside the database: whoever cuts off the end of the audit cannot change this as well. */
export interface Anchor {
  organizationId: string;
  number: number;
  totalLines: number;
  /** Code of the seal in hex. */
  code: string;
}

const pattern = /^letterbox-audit:1:([0-9a-f-]{36}):(\d{1,9}):(\d{1,15}):([0-9a-f]{64})$/;

export const anchorOf = ({ organizationId, number, totalLines, code }: AuditSeal): Anchor => ({
  organizationId,
  number,
  totalLines,
  code: code.toString('hex'),
});

/** One line: organisation, number of the batch, lines up to it, code of its seal. */
export const anchorText = ({ organizationId, number, totalLines, code }: Anchor): string =>
  `letterbox-audit:1:${organizationId}:${number}:${totalLines}:${code}`;

/** The anchors in a text, one a line; other lines are passed over. */
export function anchorsIn(text: string): Anchor[] {
  return text.split(/\s+/).flatMap((word): Anchor[] => {
    const match = pattern.exec(word);
    if (!match) return [];
    const [, organizationId, number, totalLines, code] = match as unknown as [string, string, string, string, string];
    return [{ organizationId, number: Number(number), totalLines: Number(totalLines), code }];
  });
}

const fileName = 'audit-anchors.txt';

/** The newest seal of each organisation, in a file of the data directory. */
export class AnchorFile {
  constructor(private readonly dataDir: string) {}

  async read(): Promise<Map<string, Anchor>> {
    const text = (await readIfThere(join(this.dataDir, fileName))) ?? '';
    return new Map(anchorsIn(text).map((anchor) => [anchor.organizationId, anchor]));
  }

  async write(anchors: ReadonlyMap<string, Anchor>): Promise<void> {
    const directory = await DataDirectory.open(this.dataDir);
    const text = `${[...anchors.values()].map(anchorText).join('\n')}\n`;
    await directory.writePrivately(join(directory.path, fileName), text);
  }
}
