import { Injectable } from '@nestjs/common';
import { ClientsMerged } from '../clients/clients-merged.js';
import { RecordChanged } from '../clients/record-changed.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { ledgerStatement } from './pattern-ledger.sql.js';

const ofOne = ledgerStatement('one');
const ofEvery = ledgerStatement('every');

/** Keeps the pattern ledger: follows every change of a case file in the same transaction, and lets go at a purge. */
@Injectable()
export class PatternLedgerService {
  constructor(events: DomainEvents) {
    events.on(RecordChanged, (work, { noun, file, before }) => {
      // A file that was only just opened holds no letter; a letter logged with it announces itself.
      if (noun !== 'client' || before) this.follow(work, file.id);
      return Promise.resolve();
    });
    events.on(ClientsMerged, (work, { from, into }) => {
      this.follow(work, from);
      this.follow(work, into.id);
      return Promise.resolve();
    });
  }

  /**
   * Makes the whole ledger of the organisation anew from the case files, for when the definition of a column has changed.
   * Rows whose case file is gone stay as they are. Changes of case files wait until this work ends.
   */
  async rebuild(work: Work): Promise<void> {
    // A hundred thousand letters take longer than a request may.
    await work.sql(
      `SELECT set_config('statement_timeout', '15min', true), pg_advisory_xact_lock(hashtextextended($1, 1))`,
      [work.organizationId],
    );
    await work.sql(ofEvery, [work.organizationId]);
    work.audit({ event: 'patterns.rebuilt' });
  }

  /**
   * Cuts every tie between the ledger and a case file that is about to be purged: the rows stay, nothing leads to them or
   * from them to anybody, and the day of each letter becomes a day of its week. A purge that forgets it fails at commit
   * when it deletes letters in silence, and takes the rows along when it announces their deletion.
   * @returns how many rows stay
   */
  async unlink(work: Work, clientId: string): Promise<number> {
    await this.lock(work, clientId);
    return work.execute(
      `UPDATE pattern_letters SET id = gen_random_uuid(), letter_id = NULL, client_id = NULL, received_on = greatest(received_month, received_week)
       WHERE organization_id = $1 AND client_id = $2`,
      [work.organizationId, clientId],
    );
  }

  private follow(work: Work, clientId: string): void {
    work.beforeCommit(`patterns ${clientId}`, async () => {
      await this.lock(work, clientId);
      await work.sql(ofOne, [work.organizationId, clientId]);
    });
  }

  /**
   * One work at a time per client, so that of two that change different records of a file the later sees what the earlier
   * committed; and none during a rebuild. Held until commit, which follows at once.
   */
  private async lock(work: Work, clientId: string): Promise<void> {
    await work.sql(
      'SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 1)), pg_advisory_xact_lock(hashtextextended($2, 2))',
      [work.organizationId, clientId],
    );
  }
}
