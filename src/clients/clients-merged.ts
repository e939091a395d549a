import { DomainEvent, type DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import type { CaseFile } from './case-file.js';

/** Two entries were one person: whoever keeps rows of `from` moves them to `into`. */
export class ClientsMerged extends DomainEvent {
  constructor(
    readonly from: string,
    readonly into: CaseFile,
  ) {
    super();
  }
}

/** Moves the rows of one table, named by the program itself, to the entry that stays. */
export async function moveRows(work: Work, table: string, { from, into }: ClientsMerged): Promise<void> {
  await work.execute(`UPDATE ${table} SET client_id = $3 WHERE organization_id = $1 AND client_id = $2`, [
    work.organizationId,
    from,
    into.id,
  ]);
}

/** From now on the rows of a table follow whenever two entries become one. */
export const followMerges = (events: DomainEvents, table: string): void =>
  events.on(ClientsMerged, (work, merged) => moveRows(work, table, merged));
