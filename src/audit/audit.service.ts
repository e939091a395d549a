import { Injectable } from '@nestjs/common';
import { newId } from '../platform/database/ids.js';
import { insertStatement, type Statement } from '../platform/database/statements.js';
import type { AuditLine, Work } from '../platform/database/work.js';
import { mustNotBeReversed } from '../platform/http/day-or-instant.js';
import { type Page, pageFrom, type PageQuery, positionOf, scopeOf } from '../platform/http/paging.js';
import { anchorOf, anchorText } from './anchors.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditEventAnswer, AuditQuery, AuditSealAnswer } from './audit.dto.js';
import { auditLines } from './audit.queries.js';
import { mustBeListed } from './events.js';
import { newestSeals } from './seals.queries.js';

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
    mustNotBeReversed(query);
    const scope = scopeOf('audit-events', query);
    const position = positionOf(scope, query.cursor);
    const rows = await auditLines(work, query, 'newest first', query.limit + 1, position?.id);
    work.audit({ event: 'audit.read', details: { count: Math.min(rows.length, query.limit) } });
    return pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => ({ ...row, at: row.at.toISOString() }),
    );
  }

  /** The seals of the audit, newest first, each with its anchor. */
  async seals(work: Work, query: PageQuery): Promise<Page<AuditSealAnswer>> {
    const scope = 'audit-seals';
    const position = positionOf(scope, query.cursor);
    const rows = await newestSeals(work, query.limit + 1, position && Number(position.id));
    return pageFrom(
      scope,
      rows.map((row) => ({ ...row, id: String(row.number) })),
      query.limit,
      (row) => row.sealedAt,
      (row) => ({
        number: row.number,
        sealedAt: row.sealedAt.toISOString(),
        lines: row.lines,
        totalLines: row.totalLines,
        anchor: anchorText(anchorOf(row)),
      }),
    );
  }
}
