import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.entity.js';
import { ClientsMerged } from '../clients/clients-merged.js';
import { RecordChanged } from '../clients/record-changed.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';

/** Ends proposals to purge a file of which something else has become true since: nobody agrees to what was meant then. */
@Injectable()
export class ProposalsService {
  constructor(events: DomainEvents) {
    events.on(RecordChanged, async (work, { noun, before, after }) => {
      if (noun !== 'client' || !before || !after) return;
      const [was, is] = [before as unknown as Client, after as unknown as Client];
      if (was.status === 'closed' && is.status === 'open') await this.end(work, is.id);
    });
    events.on(ClientsMerged, async (work, { from, into }) => {
      await this.end(work, from);
      await this.end(work, into.id);
    });
  }

  /** @returns whether there was one */
  async end(work: Work, caseId: string): Promise<boolean> {
    const ended = await work.sql<{ id: string }>(
      `UPDATE purges SET state = 'withdrawn', version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND case_id = $2 AND state = 'proposed' RETURNING id`,
      [work.organizationId, caseId, work.now, work.actor.userId],
    );
    for (const { id } of ended)
      work.audit({ event: 'purge.withdrawn', subjectType: 'purge', subjectId: id, clientId: caseId });
    return ended.length > 0;
  }
}
