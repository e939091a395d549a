import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { newId } from '../platform/database/ids.js';
import { columnsOf, insertStatement, type Statement } from '../platform/database/statements.js';
import type { AuditLine, Work } from '../platform/database/work.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { mustBeListed } from './events.js';
import { AuditEvent } from './audit-event.entity.js';

export class AuditQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Only this kind of event, such as client.read.' })
  @IsOptional()
  @Matches(/^[a-z_]{1,30}\.[a-z_]{1,30}$/, { message: 'Name an event such as client.read.' })
  event?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'Give a UUID.' })
  clientId?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'Give a UUID.' })
  userId?: string;
}

export class AuditEventAnswer {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty() role!: string;
  @ApiProperty() event!: string;
  @ApiProperty({ type: String, nullable: true }) subjectType!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) subjectId!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) clientId!: string | null;
  @ApiProperty({ type: String, nullable: true }) origin!: string | null;
  @ApiProperty({ type: String, nullable: true }) requestId!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) details!: Record<string, unknown> | null;
}

const originLength = 60;

@Injectable()
export class AuditService {
  /** The one statement that writes the lines of a work, the last in its transaction. */
  statement(work: Work, lines: AuditLine[]): Statement {
    for (const { event, details } of lines) mustBeListed(event, details);
    const rows = lines.map((line) => ({
      id: newId(work.now),
      organizationId: work.organizationId,
      at: work.now,
      userId: work.actor.userId,
      role: work.actor.role,
      event: line.event,
      subjectType: line.subjectType ?? null,
      subjectId: line.subjectId ?? null,
      clientId: line.clientId ?? null,
      // Behind a proxy it is what the proxy was told.
      origin: work.origin?.slice(0, originLength) ?? null,
      requestId: work.requestId ?? null,
      details: line.details ?? null,
    }));
    return insertStatement(work.manager.connection.getMetadata(AuditEvent), rows);
  }

  /** Newest first. Reading the audit is itself audited. */
  async list(work: Work, query: AuditQuery): Promise<Page<AuditEventAnswer>> {
    const scope = scopeOf('audit-events', query);
    const position = positionOf(scope, query.cursor);
    const rows = await work.sql<AuditEvent>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(AuditEvent), 'a')} FROM audit_events a
       WHERE a.organization_id = $1 AND ($2::uuid IS NULL OR a.id < $2) AND ($3::text IS NULL OR a.event = $3)
         AND ($4::uuid IS NULL OR a.client_id = $4) AND ($5::uuid IS NULL OR a.user_id = $5)
       ORDER BY a.id DESC LIMIT $6`,
      [
        work.organizationId,
        position?.id ?? null,
        query.event ?? null,
        query.clientId ?? null,
        query.userId ?? null,
        query.limit + 1,
      ],
    );
    work.audit({ event: 'audit.read', details: { count: Math.min(rows.length, query.limit) } });
    return pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => ({ ...row, at: row.at.toISOString() }) as AuditEventAnswer,
    );
  }
}
