import { Injectable } from '@nestjs/common';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Work } from '../platform/database/work.js';
import { type HeldField, type HoldingsAnswer, retentionClassesOfFields } from './holdings.dto.js';
import { heldAbout } from './holdings.queries.js';

/** Tables about a client that are no records of the case file; counted under names of their own. */
const apart = { keys: 'client_keys', searchTokens: 'search_tokens', auditLines: 'audit_events' } as const;

/** "What do you hold about me?", answered without showing any of it. */
@Injectable()
export class HoldingsService {
  constructor(private readonly files: CaseFilesService) {}

  /** @throws Problem 404 when the client is absent or behind a wall */
  async of(work: Work, clientId: string): Promise<HoldingsAnswer> {
    const { client } = await this.files.readable(work, clientId);
    const { holders, held } = await heldAbout(work, clientId);
    work.audit({ event: 'client.holdings_read', subjectType: 'client', subjectId: clientId, clientId });
    const rows = (table: string) => held[table]?.rows ?? 0;
    // Pieces are counted as the documents that they make.
    const tablesApart = new Set<string>([...Object.values(apart), 'document_pieces']);
    const fields = (retentionClass: string): HeldField[] =>
      holders.flatMap((holder) =>
        holder.fields
          .filter(({ name, keeps }) => keeps === retentionClass && (held[holder.table]?.[name] ?? 0) > 0)
          .map(({ name, purpose, sealed }) => ({
            recordType: holder.table,
            field: name,
            purpose,
            sealed,
            filled: held[holder.table]![name]!,
          })),
      );
    return {
      clientId,
      code: client.code,
      records: holders
        .filter(({ table }) => !tablesApart.has(table) && rows(table) > 0)
        .map(({ table }) => ({ recordType: table, count: rows(table) })),
      fields: retentionClassesOfFields.map((retentionClass) => ({ retentionClass, fields: fields(retentionClass) })),
      keys: rows(apart.keys),
      searchTokens: rows(apart.searchTokens),
      auditLines: rows(apart.auditLines),
    };
  }
}
