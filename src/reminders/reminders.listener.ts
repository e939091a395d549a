import { Injectable } from '@nestjs/common';
import { ClientsMerged } from '../clients/clients-merged.js';
import { RecordChanged } from '../clients/record-changed.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { DerivationService } from './derivation.service.js';
import { givenWay } from './reminder.entity.js';

const stands = `state NOT IN (${givenWay.map((state) => `'${state}'`).join(', ')})`;

/** Follows what happens to the records of case files, inside the transaction in which it happens. */
@Injectable()
export class RemindersListener {
  constructor(
    events: DomainEvents,
    private readonly derivation: DerivationService,
  ) {
    events.on(RecordChanged, async (work, event) => this.follow(work, event));
    events.on(ClientsMerged, (work, { from, into }) => this.move(work, from, into.id));
  }

  private follow(work: Work, { noun, file, before, after }: RecordChanged): void {
    const record = (after ?? before)!;
    switch (noun) {
      case 'appointment':
      case 'fingerprint_event':
        this.derivation.mark(work, { type: noun, id: record.id }, before !== undefined);
        break;
      case 'accompaniment':
        this.derivation.mark(
          work,
          { type: 'appointment', id: (record as unknown as { appointmentId: string }).appointmentId },
          true,
        );
        break;
      case 'letter':
        // A letter ends the watch of the mail; without it the watch goes on.
        this.derivation.markClient(work, file.id);
        break;
      case 'client':
        // A new file has nothing ahead, and that of an entry which ends goes with its reminders.
        if (before && after) this.derivation.markClient(work, file.id);
        break;
    }
  }

  private async move(work: Work, from: string, into: string): Promise<void> {
    const parameters = [work.organizationId, from, into];
    // Somebody who asked in both files to be reminded of the same thing at the same time is reminded once.
    await work.execute(
      `UPDATE reminders r SET state = 'superseded' WHERE r.organization_id = $1 AND r.subject_id = $2 AND r.${stands}
         AND EXISTS (SELECT 1 FROM reminders o WHERE o.organization_id = $1 AND o.subject_id = $3 AND o.${stands}
           AND (o.kind, o.recipient_type, o.recipient_id, o."offset", o.basis) = (r.kind, r.recipient_type, r.recipient_id, r."offset", r.basis))`,
      parameters,
    );
    await work.execute(
      `UPDATE reminders SET client_id = $3, recipient_id = CASE WHEN recipient_type = 'client' THEN $3 ELSE recipient_id END,
         subject_id = CASE WHEN subject_id = $2 THEN $3 ELSE subject_id END
       WHERE organization_id = $1 AND client_id = $2`,
      parameters,
    );
    for (const table of ['reminder_subjects', 'notices']) {
      await work.execute(
        `UPDATE ${table} SET client_id = $3 WHERE organization_id = $1 AND client_id = $2`,
        parameters,
      );
    }
  }
}
