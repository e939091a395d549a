import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { BreakGlassController } from './break-glass.controller.js';
import { BreakGlassService } from './break-glass.service.js';
import { CaseFilesService } from './case-files.service.js';
import { ClientsController } from './clients.controller.js';
import { ClientsService } from './clients.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergingService } from './merging.service.js';
import { PersonIndex } from './person-index.js';
import { RetentionPolicyService } from './retention-policy.service.js';

@Module({
  imports: [AuthModule, OrganizationsModule],
  controllers: [ClientsController, BreakGlassController],
  providers: [
    BreakGlassService,
    CaseFilesService,
    ClientsService,
    DuplicatesService,
    MergingService,
    PersonIndex,
    RetentionPolicyService,
  ],
  exports: [CaseFilesService, ClientsService, DuplicatesService, RetentionPolicyService],
})
export class ClientsModule {}
