import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { KeyStatusService } from './key-status.service.js';
import { KeysController } from './keys.controller.js';
import { MasterKeyRotationService } from './master-key-rotation.service.js';
import { OrganizationKeyRotationService } from './organization-key-rotation.service.js';

/** Rotation of keys, for the command `npm run keys`, and how they stand. */
@Module({
  imports: [OrganizationsModule],
  controllers: [KeysController],
  providers: [KeyStatusService, MasterKeyRotationService, OrganizationKeyRotationService],
})
export class KeysModule {}
