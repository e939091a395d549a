import { Injectable } from '@nestjs/common';
import { AppointmentsService } from '../appointments/appointments.service.js';
import { ArrestsService } from '../arrests/arrests.service.js';
import { ClientsService } from '../clients/clients.service.js';
import { CustodyService } from '../custody/custody.service.js';
import { FingerprintsService } from '../fingerprints/fingerprints.service.js';
import { LettersService } from '../letters/letters.service.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import type { WholeFileAnswer } from './whole-file.dto.js';

/** A case file and its dated records in one answer: on a weak line each question costs as much as its way. */
@Injectable()
export class WholeFileService {
  constructor(
    private readonly clients: ClientsService,
    private readonly arrests: ArrestsService,
    private readonly fingerprints: FingerprintsService,
    private readonly letters: LettersService,
    private readonly appointments: AppointmentsService,
    private readonly custody: CustodyService,
  ) {}

  /** @throws Problem 404 when the client is absent or behind a wall */
  async of(work: Work, id: string): Promise<WholeFileAnswer> {
    const page = Object.assign(new PageQuery(), { limit: 100 });
    return {
      // First, so that nothing else is looked at where this is refused.
      client: await this.clients.get(work, id),
      arrests: await this.arrests.list(work, id, page),
      fingerprintEvents: await this.fingerprints.list(work, id, page),
      letters: await this.letters.list(work, id, page),
      appointments: await this.appointments.list(work, id, page),
      custodyEvents: await this.custody.list(work, id, page),
    };
  }
}
