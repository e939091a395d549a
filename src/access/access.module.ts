import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { AccessReviewsController, LooksController } from './access.controller.js';
import { AccessReviewsService } from './access-reviews.service.js';
import { DrawingService } from './drawing.service.js';
import { LooksService } from './looks.service.js';
import { Randomness } from './randomness.js';

/** Who looks into case files, and whether they had reason to. */
@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [LooksController, AccessReviewsController],
  providers: [LooksService, AccessReviewsService, DrawingService, Randomness],
})
export class AccessModule {}
