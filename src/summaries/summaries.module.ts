import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { SummariesController } from './summaries.controller.js';
import { SummariesService } from './summaries.service.js';

@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [SummariesController],
  providers: [SummariesService],
})
export class SummariesModule {}
