import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { BreakGlassController } from './break-glass.controller.js';
import { BreakGlassService } from './break-glass.service.js';
import { CaseFilesService } from './case-files.service.js';
import { ClientsController } from './clients.controller.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [AuthModule, OrganizationsModule],
  controllers: [ClientsController, BreakGlassController],
  providers: [BreakGlassService, CaseFilesService, ClientsService],
  exports: [CaseFilesService, ClientsService],
})
export class ClientsModule {}
