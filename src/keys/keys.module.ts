import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { KeyStatusService } from './key-status.service.js';
import { MasterKeyRotationService } from './master-key-rotation.service.js';
import { OrganizationKeyRotationService } from './organization-key-rotation.service.js';

/** Rotation of keys, for the command `npm run keys`; it has no routes. */
@Module({
  imports: [OrganizationsModule],
  providers: [KeyStatusService, MasterKeyRotationService, OrganizationKeyRotationService],
})
export class KeysModule {}
