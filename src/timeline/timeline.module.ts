import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { HoldingsService } from './holdings.service.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [TimelineController],
  providers: [TimelineService, HoldingsService],
  exports: [TimelineService],
})
export class TimelineModule {}
