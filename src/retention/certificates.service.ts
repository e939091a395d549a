import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { certificateOf } from './certificate.pdf.js';
import type { CertificateLanguage } from './certificate.texts.js';
import { PurgesService } from './purges.service.js';

/** Certificates on paper. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly purges: PurgesService,
    private readonly organizations: OrganizationsService,
  ) {}

  /** @throws Problem 404, 409 while nothing is destroyed */
  async print(work: Work, id: string, language: CertificateLanguage): Promise<Buffer> {
    const purge = await this.purges.read(work, id);
    if (purge.state !== 'purged')
      throw Problem.conflict('purge.not_done', 'Nothing was destroyed yet, so there is nothing to certify.');
    const { name, zone } = await this.organizations.own(work);
    work.audit({ event: 'purge.printed', subjectType: 'purge', subjectId: id, clientId: purge.caseId });
    return certificateOf(purge, { organization: name, zone, language });
  }
}
