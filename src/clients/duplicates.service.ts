import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { CaseFilesService } from './case-files.service.js';
import { type ClientFields, ClientFileFields } from './client.fields.js';
import type { PossibleDuplicate } from './clients.dto.js';
import { clientsSharing } from './clients.queries.js';
import { identityOf } from './person-index.js';

/** People in the files who may be one person: with an equal A-number, phone, or name and birth date. */
@Injectable()
export class DuplicatesService {
  constructor(private readonly files: CaseFilesService) {}

  /** @throws Problem 404 for a case file that the one who asks may not see */
  async ofFile(work: Work, id: string): Promise<PossibleDuplicate[]> {
    const file = await this.files.readable(work, id);
    return this.of(work, file.person(), id);
  }

  async of(work: Work, person: Partial<ClientFields>, exceptId?: string): Promise<PossibleDuplicate[]> {
    const { index } = await work.organizationKeys();
    const rows = await clientsSharing(work, index.duplicateTokens(identityOf(person)), exceptId);
    // Shown by a dry run as well.
    if (rows.length > 0)
      work.auditAnyway({ event: 'client.duplicates_shown', details: { ids: rows.map(({ id }) => id) } });
    return Promise.all(
      rows.map(async ({ kinds, ...row }) => {
        const other = (await this.files.fileOf(work, row)).shown<ClientFileFields>(ClientFileFields, 'clients', row);
        return {
          clientId: row.id,
          code: row.code,
          legalName: other.legalName,
          dateOfBirth: other.dateOfBirth ?? null,
          matchedOn: kinds,
        };
      }),
    );
  }
}
