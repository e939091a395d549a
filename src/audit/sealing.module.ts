import { Module } from '@nestjs/common';
import { AuditKeys } from './audit-keys.js';
import { SealingService } from './sealing.service.js';
import { VerificationService } from './verification.service.js';

/** Seals over the audit, and the look whether it fits them. */
@Module({ providers: [AuditKeys, SealingService, VerificationService], exports: [SealingService, VerificationService] })
export class AuditSealingModule {}
