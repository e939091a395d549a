import { Injectable } from '@nestjs/common';
import { wayOf } from '../audit/events.js';
import { Permission } from '../auth/permissions.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Client } from '../clients/client.entity.js';
import { followMerges } from '../clients/clients-merged.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { AccessReview } from './access-review.entity.js';
import { AccessReviewFields } from './access-review.fields.js';
import type { AccessReviewAnswer, AccessReviewsQuery } from './access-reviews.dto.js';
import { listReviews, reviewById, type ReviewRow } from './access-reviews.queries.js';

const noun = 'access_review';

/** Looks into case files that were drawn by lot: a supervisor confirms that there was a reason, or questions it. */
@Injectable()
export class AccessReviewsService {
  constructor(
    private readonly files: CaseFilesService,
    events: DomainEvents,
  ) {
    followMerges(events, 'access_reviews');
  }

  /** The oldest first. Auditors see those of every file, without the notes, which are about the case. */
  async list(work: Work, query: AccessReviewsQuery): Promise<Page<AccessReviewAnswer>> {
    const scope = scopeOf('access-reviews', query);
    const judges = work.may(Permission.AccessReviewJudge);
    const wanted = { state: query.state, limit: query.limit + 1, allFiles: !judges };
    const rows = await listReviews(work, wanted, positionOf(scope, query.cursor));
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => row,
    );
    work.audit({ event: 'access_review.listed', details: { ids: page.items.map(({ id }) => id) } });
    const items = page.items.map((row) => this.answer(work, judges ? row : { ...row, note: null }));
    return { ...page, items: await Promise.all(items) };
  }

  /**
   * Says whether somebody had a reason to look.
   * @throws Problem 404 when it is absent or of a file behind a wall, 403 for one's own look, 409 when it was judged already
   */
  async judge(
    work: Work,
    id: string,
    state: 'confirmed' | 'questioned',
    note?: string | null,
  ): Promise<AccessReviewAnswer> {
    const row = await reviewById(work, id);
    if (!row) throw Problem.notFound(noun);
    if (row.userId === work.actor.userId)
      throw Problem.forbidden('access_review.own', 'Somebody else has to judge what you looked at.');
    if (row.state !== 'open')
      throw Problem.conflict('access_review.judged', 'Somebody judged this already; what they found stands.');
    const { keys: _keys, code: _code, userName: _name, ...review } = row;
    const file = await this.files.fileOf(work, { id: row.clientId, keys: row.keys } as Client &
      Pick<ReviewRow, 'keys'>);
    const stored = file.stored(AccessReviewFields, 'access_reviews', id, { note: note ?? null });
    const changes = { ...stored, state, reviewedAt: work.now, reviewedBy: work.actor.userId };
    await work.change(AccessReview, noun, review as AccessReview, review.version, changes);
    work.audit({ event: `access_review.${state}`, subjectType: noun, subjectId: id, clientId: row.clientId });
    return this.answer(work, (await reviewById(work, id))!);
  }

  private async answer(work: Work, { keys, code, userName, ...row }: ReviewRow): Promise<AccessReviewAnswer> {
    const file = await this.files.fileOf(work, { id: row.clientId, keys } as Client & Pick<ReviewRow, 'keys'>);
    const { auditEventId: _line, ...shown } = file.shown<AccessReviewAnswer & { auditEventId: string }>(
      AccessReviewFields,
      'access_reviews',
      row,
    );
    return { ...shown, code, userName, way: wayOf[row.event] ?? 'read' };
  }
}
