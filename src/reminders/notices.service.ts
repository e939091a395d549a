import { Injectable } from '@nestjs/common';
import { accompanierHorizon, accompaniesSql } from '../appointments/appointment.policy.js';
import { Permission } from '../auth/permissions.js';
import { maySeeSql } from '../clients/client.policy.js';
import { Notice } from '../platform/channels/notice.entity.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { NoticeAnswer, NoticesQuery } from './notices.dto.js';
import { wordingOfNotice } from './wording.js';

type NoticeRow = Notice & { clientCode: string | null; language: string | null };

/** Mine, about cases that I may know of by now: as one who may see the file, or who comes along and it is not over. */
function mine(work: Work): { text: string; parameters: unknown[] } {
  const sees = work.may(Permission.CaseRead) ? maySeeSql('$2', '$3') : 'false';
  return {
    text: `n.organization_id = $1 AND n.user_id = $2 AND (n.client_id IS NULL OR ${sees} AND $3::timestamptz IS NOT NULL
      OR EXISTS (SELECT 1 FROM appointments a WHERE a.organization_id = n.organization_id AND a.id = n.subject_id
                 AND ${accompaniesSql('$2', '$4')}))`,
    parameters: [work.organizationId, work.actor.userId, work.now, accompanierHorizon(work)],
  };
}

@Injectable()
export class NoticesService {
  /** The newest first. */
  async list(work: Work, query: NoticesQuery): Promise<Page<NoticeAnswer>> {
    const scope = scopeOf('notices', query, { of: work.actor.userId });
    const position = positionOf(scope, query.cursor);
    const { text, parameters } = mine(work);
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const read = query.unread === undefined ? '' : `AND n.read_at IS ${query.unread ? '' : 'NOT '}NULL`;
    const total = query.count ? await this.count(work, read) : undefined;
    const page = position
      ? `AND (n.created_at, n.id) < (${bind(position.after)}::timestamptz, ${bind(position.id)}::uuid)`
      : '';
    const rows = await work.sql<NoticeRow>(
      `${this.selectSql(work)} WHERE ${text} ${read} ${page} ORDER BY n.created_at DESC, n.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters,
    );
    const told = (row: NoticeRow) => answerOf({ ...row, language: query.language ?? row.language });
    const answer = pageFrom(scope, rows, query.limit, (row) => row.createdAt, told, total);
    work.audit({ event: 'notice.listed', details: { ids: answer.items.map(({ id }) => id) } });
    return answer;
  }

  /** @throws Problem 404 when it is somebody else's */
  async read(work: Work, id: string): Promise<NoticeAnswer> {
    const { text, parameters } = mine(work);
    const [row] = await work.sql<NoticeRow>(`${this.selectSql(work)} WHERE ${text} AND n.id = $5`, [...parameters, id]);
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
    const { text, parameters } = mine(work);
    const [row] = await work.sql<{ n: number }>(
      `SELECT count(*) AS n FROM notices n
       LEFT JOIN clients c ON c.organization_id = n.organization_id AND c.id = n.client_id WHERE ${text} ${read}`,
      parameters,
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
    text: wordingOfNotice(kind, clientCode, language).text,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
