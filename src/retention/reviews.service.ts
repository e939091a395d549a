import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CaseFilesService } from '../clients/case-files.service.js';
import { followMerges } from '../clients/clients-merged.js';
import { ClientsService } from '../clients/clients.service.js';
import { mostMonths } from '../clients/retention-policy.fields.js';
import { purgesOn, RetentionPolicyService } from '../clients/retention-policy.service.js';
import { columnsOf } from '../platform/database/statements.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { blocksOf } from './blocks.js';
import { ProposalsService } from './proposals.service.js';
import type { DueReview, KeepFile, RetentionAnswer, RetentionReviewAnswer, ReviewsQuery } from './retention.dto.js';
import { RetentionReviewFields } from './retention.fields.js';
import { dueReviews, standingOf } from './retention.queries.js';
import { RetentionReview } from './retention-review.entity.js';

const table = 'retention_reviews';

/** Closed case files whose time has come: somebody says that one is still needed, or proposes to purge it. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly clients: ClientsService,
    private readonly policy: RetentionPolicyService,
    private readonly proposals: ProposalsService,
    events: DomainEvents,
  ) {
    followMerges(events, table);
  }

  /** The longest overdue first. */
  async due(work: Work, query: ReviewsQuery): Promise<Page<DueReview>> {
    const scope = scopeOf('retention-reviews', query);
    const policy = await this.policy.inForce(work);
    const until = query.until ?? (await work.today());
    const rows = await dueReviews(work, until, query.limit + 1, positionOf(scope, query.cursor));
    work.audit({
      event: 'retention.due_listed',
      details: { ids: rows.slice(0, query.limit).map(({ id }) => id) },
    });
    return pageFrom(
      scope,
      rows,
      query.limit,
      ({ reviewOn }) => reviewOn,
      ({ id, ...row }) => ({
        clientId: id,
        ...row,
        purgesOn: row.legalHold ? null : purgesOn(policy, row.reviewOn),
      }),
    );
  }

  /** What was decided about one file, and what forbids to purge it. @throws Problem 404 */
  async of(work: Work, clientId: string): Promise<RetentionAnswer> {
    const file = await this.files.readable(work, clientId);
    const { reviewOn = null, legalHold, status } = file.client;
    const rows = await work.sql<RetentionReview>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(RetentionReview), 'r')} FROM ${table} r
       WHERE r.organization_id = $1 AND r.client_id = $2 ORDER BY r.id DESC LIMIT 100`,
      [work.organizationId, clientId],
    );
    work.audit({ event: 'retention.review_read', subjectType: 'client', subjectId: clientId, clientId });
    const isDue = status === 'closed' && reviewOn !== null && !legalHold;
    return {
      clientId,
      reviewOn,
      blocks: blocksOf((await standingOf(work, clientId))!),
      purgesOn: isDue ? purgesOn(await this.policy.inForce(work), reviewOn) : null,
      decisions: rows.map((row) => file.shown<RetentionReviewAnswer>(RetentionReviewFields, table, row)),
    };
  }

  /**
   * Somebody decides that a closed file is still needed; it is reviewed again, and what was proposed meanwhile ends.
   * @throws Problem 404, 409 for an open file, 422 for a day that is past or too far ahead
   */
  async keep(work: Work, clientId: string, input: KeepFile): Promise<RetentionReviewAnswer> {
    const file = await this.files.readable(work, clientId);
    if (file.client.status !== 'closed')
      throw Problem.conflict('client.not_closed', 'This case file is open; it is reviewed once it is closed.');
    const today = Temporal.PlainDate.from(await work.today());
    if (input.nextReviewOn <= today.toString())
      throw Problem.invalidField('nextReviewOn', 'date.past', 'The next review must be after today.');
    if (input.nextReviewOn > today.add({ months: mostMonths }).toString())
      throw Problem.invalidField('nextReviewOn', 'date.too_far', 'The next review is too far ahead.');
    await this.clients.save(work, file, file.client.version, { reviewOn: input.nextReviewOn }, ['reviewOn']);
    await this.proposals.end(work, clientId);
    const id = work.newId();
    const stored = file.stored(RetentionReviewFields, table, id, input);
    const [row] = await work.insert(RetentionReview, [{ ...stored, id, clientId }]);
    work.audit({ event: 'retention.kept', subjectType: 'client', subjectId: clientId, clientId });
    return file.answered<RetentionReviewAnswer>(RetentionReviewFields, table, row!);
  }
}
