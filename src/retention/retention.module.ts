import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { PatternsModule } from '../patterns/patterns.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { CertificatesService } from './certificates.service.js';
import { HoldsService } from './holds.service.js';
import { ProposalsService } from './proposals.service.js';
import { PurgesService } from './purges.service.js';
import { HoldsController, PurgesController, RetentionController } from './retention.controller.js';
import { ReviewsService } from './reviews.service.js';
import { ShredderService } from './shredder.service.js';
import { RetentionWatchService } from './watch.service.js';

/** How long case files are kept, what keeps them, and how they are destroyed. */
@Module({
  imports: [AuthModule, ClientsModule, OrganizationsModule, PatternsModule, RemindersModule],
  controllers: [RetentionController, PurgesController, HoldsController],
  providers: [
    CertificatesService,
    HoldsService,
    ProposalsService,
    PurgesService,
    RetentionWatchService,
    ReviewsService,
    ShredderService,
  ],
  exports: [HoldsService],
})
export class RetentionModule {}
