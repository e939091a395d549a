import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { PatternLedgerService } from './pattern-ledger.service.js';
import { PatternsController } from './patterns.controller.js';
import { PatternsService } from './patterns.service.js';

@Module({
  imports: [AuthModule],
  controllers: [PatternsController],
  providers: [PatternLedgerService, PatternsService],
  exports: [PatternLedgerService],
})
export class PatternsModule {}
