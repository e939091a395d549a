import { Module } from '@nestjs/common';
import { AuditExportService } from './audit-export.service.js';
import { AuditService } from './audit.service.js';

@Module({ providers: [AuditExportService, AuditService], exports: [AuditExportService, AuditService] })
export class AuditModule {}
