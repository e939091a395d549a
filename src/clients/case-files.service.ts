import { Injectable } from '@nestjs/common';
import type { OrganizationKeys, WrappedKey } from '../platform/crypto/key-ring.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { CaseFile } from './case-file.js';
import { Client } from './client.entity.js';
import { maySeeSql } from './client.policy.js';

/** Wrapped data keys of the client of alias `c`, the one to seal with first. */
export const keysOfClientSql = `(SELECT json_agg(json_build_object('id', k.id, 'wrapped', k.wrapped) ORDER BY k.created_at, k.id)
  FROM client_keys k WHERE k.organization_id = c.organization_id AND k.client_id = c.id)`;

/** The organisation's keys, with all that the data keys of these rows need. */
export const organizationKeysFor = (work: Work, rows: { keys: WrappedKey[] | null }[]): Promise<OrganizationKeys> =>
  work.organizationKeys(rows.flatMap(({ keys }) => keys ?? []).map(({ wrapped }) => wrapped));

/** The way into a case file: every feature that touches a client's records asks here first. */
@Injectable()
export class CaseFilesService {
  /** @throws Problem 404 when absent, of another organisation, or behind a wall */
  async readable(work: Work, id: string): Promise<CaseFile> {
    const [row] = await work.sql<Client & { keys: WrappedKey[] | null }>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(Client), 'c')}, ${keysOfClientSql} AS keys
       FROM clients c WHERE c.organization_id = $1 AND c.id = $2 AND ${maySeeSql('$3', '$4')}`,
      [work.organizationId, id, work.actor.userId, work.now],
    );
    if (!row) throw Problem.notFound('client');
    return this.fileOf(work, row);
  }

  /** @throws Problem 404 as {@link readable}, 409 when the file is closed */
  async writable(work: Work, id: string): Promise<CaseFile> {
    const file = await this.readable(work, id);
    if (file.client.status === 'closed') {
      throw Problem.conflict(
        'client.closed',
        'This case file is closed. Open it again before you add or change anything.',
      );
    }
    return file;
  }

  /**
   * A case file from a row that a query brought with `keys` ({@link keysOfClientSql}).
   * @param seen false for those who come along only
   */
  async fileOf<Row extends Pick<Client, 'id'> = Client>(
    work: Work,
    row: Row & { keys: WrappedKey[] | null },
    seen = true,
  ): Promise<CaseFile<Row>> {
    const { keys, ...client } = row;
    return new CaseFile(client as unknown as Row, keys ?? [], await organizationKeysFor(work, [row]), seen);
  }
}
