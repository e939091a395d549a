import { Injectable } from '@nestjs/common';
import { maySeeSql } from '../clients/client.policy.js';
import { Notice } from '../platform/channels/notice.entity.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { NoticeAnswer, NoticesQuery } from './notices.dto.js';
import { wordingOfNotice } from './wording.js';

type NoticeRow = Notice & { clientCode: string | null; language: string | null };

/** Mine, about cases that I may know of by now: as one who may see the file, or who comes along. */
const mineSql = `n.organization_id = $1 AND n.user_id = $2 AND (n.client_id IS NULL OR ${maySeeSql('$2')}
  OR EXISTS (SELECT 1 FROM accompaniments m WHERE m.organization_id = n.organization_id AND m.appointment_id = n.subject_id
             AND m.user_id = $2))`;

@Injectable()
export class NoticesService {
  /** The newest first. */
  async list(work: Work, query: NoticesQuery): Promise<Page<NoticeAnswer>> {
    const scope = scopeOf('notices', query, { of: work.actor.userId });
    const position = positionOf(scope, query.cursor);
    const parameters: unknown[] = [work.organizationId, work.actor.userId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const read = query.unread === undefined ? '' : `AND n.read_at IS ${query.unread ? '' : 'NOT '}NULL`;
    const total = query.count ? await this.count(work, read) : undefined;
    const page = position
      ? `AND (n.created_at, n.id) < (${bind(position.after)}::timestamptz, ${bind(position.id)}::uuid)`
      : '';
    const rows = await work.sql<NoticeRow>(
      `${this.selectSql(work)} WHERE ${mineSql} ${read} ${page} ORDER BY n.created_at DESC, n.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters,
    );
    const answer = pageFrom(scope, rows, query.limit, (row) => row.createdAt, answerOf, total);
    work.audit({ event: 'notice.listed', details: { ids: answer.items.map(({ id }) => id) } });
    return answer;
  }

  /** @throws Problem 404 when it is somebody else's */
  async read(work: Work, id: string): Promise<NoticeAnswer> {
    const [row] = await work.sql<NoticeRow>(`${this.selectSql(work)} WHERE ${mineSql} AND n.id = $3`, [
      work.organizationId,
      work.actor.userId,
      id,
    ]);
    if (!row) throw Problem.notFound('notice');
    if (row.readAt) return answerOf(row);
    await work.execute('UPDATE notices SET read_at = $3 WHERE organization_id = $1 AND id = $2 AND read_at IS NULL', [
      work.organizationId,
      id,
      work.now,
    ]);
    work.audit({ event: 'notice.read', subjectType: 'notice', subjectId: id, clientId: row.clientId ?? undefined });
    return answerOf({ ...row, readAt: work.now });
  }

  private async count(work: Work, read: string): Promise<number> {
    const [row] = await work.sql<{ n: number }>(
      `SELECT count(*) AS n FROM notices n
       LEFT JOIN clients c ON c.organization_id = n.organization_id AND c.id = n.client_id WHERE ${mineSql} ${read}`,
      [work.organizationId, work.actor.userId],
    );
    return row!.n;
  }

  private selectSql(work: Work): string {
    return `SELECT ${columnsOf(work.manager.connection.getMetadata(Notice), 'n')}, c.code AS "clientCode", u.language
      FROM notices n JOIN users u ON u.organization_id = n.organization_id AND u.id = n.user_id
      LEFT JOIN clients c ON c.organization_id = n.organization_id AND c.id = n.client_id`;
  }
}

function answerOf(row: NoticeRow): NoticeAnswer {
  const { id, kind, subjectType, subjectId, clientId, clientCode, createdAt, readAt, language } = row;
  return {
    id,
    kind,
    subjectType,
    subjectId,
    clientId,
    clientCode,
    text: wordingOfNotice(kind, clientCode, language),
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
