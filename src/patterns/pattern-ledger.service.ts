import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { VenueObserved } from '../appointments/venue-observed.js';
import { ClientsMerged } from '../clients/clients-merged.js';
import { RecordChanged } from '../clients/record-changed.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { appointmentsLedger } from './ledger/appointments.ledger.js';
import { ledgerStatement } from './ledger/ledger.js';
import { lettersLedger } from './ledger/letters.ledger.js';
import { venuesLedger } from './ledger/venues.ledger.js';

const ofClient = [ledgerStatement(lettersLedger, 'one'), ledgerStatement(appointmentsLedger, 'one')];
const ofObservation = ledgerStatement(venuesLedger, 'one');
const ofEvery = [lettersLedger, appointmentsLedger, venuesLedger].map((ledger) => ledgerStatement(ledger, 'every'));
const definition = createHash('sha256').update(ofEvery.join('\n')).digest('hex');

/** Keeps the pattern ledger: follows every change of the records in the same transaction, and lets go at a purge. */
@Injectable()
export class PatternLedgerService {
  constructor(events: DomainEvents) {
    events.on(RecordChanged, (work, { noun, file, before }) => {
      // A file that was only just opened holds nothing to count; what is logged with it announces itself.
      if (noun !== 'client' || before) this.follow(work, file.id);
      return Promise.resolve();
    });
    events.on(ClientsMerged, (work, { from, into }) => {
      this.follow(work, from);
      this.follow(work, into.id);
      return Promise.resolve();
    });
    events.on(VenueObserved, (work, { observationId }) => {
      this.makeAnew(work, `patterns venue ${observationId}`, [ofObservation], observationId);
      return Promise.resolve();
    });
  }

  /** Makes the ledger anew if its columns have come to mean something else since it was made. */
  async keepUp(work: Work): Promise<void> {
    const [state] = await work.sql<{ definition: string }>(
      'SELECT definition FROM pattern_ledger_states WHERE organization_id = $1',
      [work.organizationId],
    );
    if (state?.definition !== definition) await this.rebuild(work);
  }

  /**
   * Makes the whole ledger of the organisation anew from the records, for when the definition of a column has changed.
   * Rows whose case file is gone stay as they are. Changes of case files wait until this work ends.
   */
  async rebuild(work: Work): Promise<void> {
    // A hundred thousand letters take longer than a request may.
    await work.sql(
      `SELECT set_config('statement_timeout', '15min', true), pg_advisory_xact_lock(hashtextextended($1, 1))`,
      [work.organizationId],
    );
    for (const statement of ofEvery) await work.sql(statement, [work.organizationId]);
    await work.sql(
      `INSERT INTO pattern_ledger_states (organization_id, definition) VALUES ($1, $2)
       ON CONFLICT (organization_id) DO UPDATE SET definition = excluded.definition`,
      [work.organizationId, definition],
    );
    work.audit({ event: 'patterns.rebuilt' });
  }

  /**
   * Cuts every tie between the ledger and a case file that is about to be purged: the rows stay, nothing leads to them or
   * from them to anybody. The day of each letter becomes a day of its week, that of each appointment the first of its
   * month, and whoever is still held was held until today. A purge that forgets it fails at commit when it deletes records
   * in silence, and takes the rows along when it announces their deletion.
   * @returns how many rows stay
   */
  async unlink(work: Work, clientId: string): Promise<number> {
    this.lock(work, clientId);
    const letters = await work.execute(
      `UPDATE pattern_letters SET id = gen_random_uuid(), letter_id = NULL, client_id = NULL, received_on = greatest(received_month, received_week),
         custody_days = CASE WHEN custody_since IS NULL THEN custody_days ELSE greatest($3::date - custody_since, 0) END, custody_since = NULL
       WHERE organization_id = $1 AND client_id = $2`,
      [work.organizationId, clientId, await work.today()],
    );
    const appointments = await work.execute(
      `UPDATE pattern_appointments SET id = gen_random_uuid(), appointment_id = NULL, client_id = NULL, starts_on = starts_month
       WHERE organization_id = $1 AND client_id = $2`,
      [work.organizationId, clientId],
    );
    return letters + appointments;
  }

  private follow(work: Work, clientId: string): void {
    this.makeAnew(work, `patterns ${clientId}`, ofClient, clientId);
  }

  private makeAnew(work: Work, key: string, statements: string[], id: string): void {
    work.beforeCommit(key, () => {
      this.lock(work, id);
      for (const text of statements) work.write({ text, parameters: [work.organizationId, id] });
      return Promise.resolve();
    });
  }

  /**
   * One work at a time per client, so that of two that change different records of a file the later sees what the earlier
   * committed; and none during a rebuild. Held until commit, which follows at once.
   */
  private lock(work: Work, id: string): void {
    work.write({
      text: 'SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 1)), pg_advisory_xact_lock(hashtextextended($2, 2))',
      parameters: [work.organizationId, id],
    });
  }
}
