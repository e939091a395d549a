import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { AuditService } from '../audit/audit.service.js';
import { Works } from '../platform/database/works.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  imports: [AuditModule],
  providers: [OrganizationsService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {
  constructor(works: Works, audit: AuditService, organizations: OrganizationsService) {
    works.plug({
      auditOf: (work, lines) => audit.statement(work, lines),
      loadKeys: (work, sealed) => organizations.keys(work, sealed),
      loadZone: (work) => organizations.zone(work),
    });
  }
}
