import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { lockClients } from '../clients/clients.queries.js';
import { PatternLedgerService } from '../patterns/pattern-ledger.service.js';
import type { Work } from '../platform/database/work.js';
import { Idempotency } from '../platform/http/idempotency.js';
import { type ClientTable, clientTables } from '../timeline/holdings.queries.js';
import type { Destroyed } from './purge.entity.js';

/** Lines of the audit name no identity and stay; rows of the ledger stay without any way back to the person. */
const stays = new Set(['audit_events', 'pattern_letters', 'pattern_appointments']);
const keys = 'client_keys';

const tablesOf = (dataSource: DataSource): ClientTable[] =>
  clientTables(dataSource).filter(({ table }) => !stays.has(table));

/** Destroys everything of one person. Whether that may be is for others to say. */
@Injectable()
export class ShredderService {
  constructor(private readonly ledger: PatternLedgerService) {}

  /**
   * Waits for whoever is writing to the case file, and lets nobody write to it until this work ends. Records before the
   * file: whoever changes one of them may still be about to add another. What is written meanwhile finds the file gone.
   */
  async lock(work: Work, caseId: string): Promise<void> {
    for (const { table, clientColumn, metadata } of tablesOf(work.manager.connection)) {
      if (metadata.tableName === 'clients') continue;
      work.write({
        text: `SELECT 1 FROM "${table}" WHERE organization_id = $1 AND "${clientColumn}" = $2 FOR UPDATE`,
        parameters: [work.organizationId, caseId],
      });
    }
    await lockClients(work, [caseId]);
  }

  /**
   * The keys first, so that whatever is left of sealed values anywhere opens no more; then every row, in one statement, of
   * every table that has the file's id in a column. Needs {@link lock}.
   */
  async destroy(work: Work, caseId: string): Promise<{ destroyed: Destroyed[]; ledgerRows: number }> {
    const of = [work.organizationId, caseId];
    const destroyedKeys = await work.execute(`DELETE FROM ${keys} WHERE organization_id = $1 AND client_id = $2`, of);
    const tables = tablesOf(work.manager.connection).filter(({ table }) => table !== keys);
    const ids = await this.idsOf(work, tables, caseId);
    const answers = await Idempotency.forget(work, ids);
    const ledgerRows = await this.ledger.unlink(work, caseId);
    const about = await this.about(work, ids);
    const [counts] = await work.sql<Record<string, number>>(deletion(tables), of);
    const rows = [
      { recordType: keys, count: destroyedKeys },
      ...tables.map(({ table }) => ({ recordType: table, count: counts![table]! + (about[table] ?? 0) })),
      { recordType: 'idempotency_keys', count: answers },
    ];
    return { destroyed: rows.filter(({ count }) => count > 0), ledgerRows };
  }

  /** The file's own id and those of all its records. */
  private async idsOf(work: Work, tables: ClientTable[], caseId: string): Promise<string[]> {
    const withIds = tables.filter(({ metadata }) => metadata.findColumnWithPropertyName('id'));
    const each = withIds.map(
      ({ table, clientColumn }) => `SELECT id FROM "${table}" WHERE organization_id = $1 AND "${clientColumn}" = $2`,
    );
    const rows = await work.sql<{ id: string }>(each.join(' UNION '), [work.organizationId, caseId]);
    return [...new Set([caseId, ...rows.map(({ id }) => id)])];
  }

  /** Notices and reminders that name a record, but for good reason not the file: whose glass was broken, say. */
  private async about(work: Work, ids: string[]): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of ['notices', 'reminders'])
      counts[table] = await work.execute(
        `DELETE FROM ${table} WHERE organization_id = $1 AND client_id IS NULL AND subject_id = ANY($2)`,
        [work.organizationId, ids],
      );
    return counts;
  }
}

/** One statement: PostgreSQL checks what refers to what when it ends, so the order of the tables does not matter. */
function deletion(tables: ClientTable[]): string {
  const parts = tables.map(
    ({ table, clientColumn }) =>
      `"gone_${table}" AS (DELETE FROM "${table}" WHERE organization_id = $1 AND "${clientColumn}" = $2 RETURNING 1)`,
  );
  const counts = tables.map(({ table }) => `(SELECT count(*)::int FROM "gone_${table}") AS "${table}"`);
  return `WITH ${parts.join(',\n')} SELECT ${counts.join(', ')}`;
}
