import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { RetentionModule } from '../retention/retention.module.js';
import { DeadlinesService } from './deadlines.service.js';
import { LegalDemandsController } from './legal-demands.controller.js';
import { LegalDemandsService } from './legal-demands.service.js';

/** The register of demands for records. */
@Module({
  imports: [AuthModule, RemindersModule, RetentionModule],
  controllers: [LegalDemandsController],
  providers: [DeadlinesService, LegalDemandsService],
})
export class LegalDemandsModule {}
