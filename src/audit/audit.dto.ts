import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDayOrInstant } from '../platform/http/day-or-instant.js';
import { PageQuery } from '../platform/http/paging.js';
import { events } from './events.js';

const names = Object.keys(events);
const uuid = { message: 'Give a UUID.' };

/** Which lines; without any filter, all. */
export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ enum: names, enumName: 'AuditEventName', description: 'Only this kind of event.' })
  @IsOptional()
  @IsIn(names, { message: 'Name an event such as client.read; docs/audit.md lists them all.' })
  event?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only about this case file.' })
  @IsOptional()
  @IsUUID('all', uuid)
  clientId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only what this person did.' })
  @IsOptional()
  @IsUUID('all', uuid)
  userId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only about this record: a letter, a user, a place.' })
  @IsOptional()
  @IsUUID('all', uuid)
  subjectId?: string;

  @ApiPropertyOptional({ description: 'From this day where the organisation works, or from this instant.' })
  @IsOptional()
  @IsDayOrInstant()
  from?: string;

  @ApiPropertyOptional({ description: 'Up to this day, that day included, or before this instant.' })
  @IsOptional()
  @IsDayOrInstant()
  to?: string;
}

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Which lines to take out of the system, and how. */
export class AuditExportQuery extends AuditQuery {
  @ApiProperty({ enum: exportFormats })
  @IsIn(exportFormats, { message: 'Choose one of: csv, json.' })
  format!: ExportFormat;
}

const text = { type: String, nullable: true } as const;
const id = { type: String, nullable: true, format: 'uuid' } as const;

export class AuditEventAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty({ ...text, description: 'Null for what the system did by itself.' }) userName!: string | null;
  @ApiProperty() role!: string;
  @ApiProperty() event!: string;
  @ApiProperty(text) subjectType!: string | null;
  @ApiProperty(id) subjectId!: string | null;
  @ApiProperty(id) clientId!: string | null;
  @ApiProperty(text) origin!: string | null;
  @ApiProperty(text) requestId!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) details!: Record<string, unknown> | null;
}

export class AuditSealAnswer {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ format: 'date-time' }) sealedAt!: string;
  @ApiProperty({ type: 'integer' }) lines!: number;
  @ApiProperty({ type: 'integer', description: 'Lines of this batch and all before it.' }) totalLines!: number;
  @ApiProperty({ description: 'To keep elsewhere, and to give to npm run audit -- verify --expect.' }) anchor!: string;
}
