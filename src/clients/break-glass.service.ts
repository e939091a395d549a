import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import { notify } from '../platform/channels/in-app.channel.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import type { BreakGlass, BreakGlassAnswer, BreakGlassQuery, ReviewBreakGlass } from './break-glass.dto.js';
import { BreakGlassGrant } from './break-glass.entity.js';
import { BreakGlassFileFields } from './break-glass.fields.js';
import { grantById, type GrantRow, listGrants, openGrant, peopleToTell } from './break-glass.queries.js';
import { CaseFilesService, keysOfClientSql } from './case-files.service.js';
import { Client } from './client.entity.js';
import { isLetIn } from './client.policy.js';
import { ClientsMerged } from './clients-merged.js';

/** How long the glass stays broken: a day's emergency, not a way to work. */
export const breakGlassHours = 4;

const noun = 'break_glass';

/** The way through the wall of a restricted case in an emergency: with a reason, for some hours, before everybody's eyes. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly files: CaseFilesService,
    events: DomainEvents,
  ) {
    // What was opened was the one file; whoever needs the united one says so again.
    events.on(ClientsMerged, async (work, { from, into }) => {
      await work.execute(
        `UPDATE break_glass_grants SET client_id = $3, ended_at = coalesce(ended_at, $4), ended_by = coalesce(ended_by, $5)
         WHERE organization_id = $1 AND (client_id = $2 OR client_id = $3)`,
        [work.organizationId, from, into.id, work.now, work.actor.userId],
      );
    });
  }

  /**
   * Opens a restricted case to the one who asks, for {@link breakGlassHours}; supervisors and those whom the file lets in
   * are told.
   * @param ref id or code of the case file
   * @throws Problem 404 when there is none, 409 when one sees it already
   */
  async break(work: Work, ref: { id: string } | { code: string }, input: BreakGlass): Promise<BreakGlassAnswer> {
    const client = await this.client(work, ref);
    if (!client) throw Problem.notFound('client');
    if (isLetIn(work, client) || (await openGrant(work, client.id))) {
      throw Problem.conflict('break_glass.not_needed', 'This case file is open to you already.', {
        clientId: client.id,
      });
    }
    const file = await this.files.fileOf(work, client);
    const id = work.newId();
    const expiresAt = new Date(work.now.getTime() + breakGlassHours * 3_600_000);
    const stored = file.stored(BreakGlassFileFields, 'break_glass_grants', id, input);
    await work.insert(BreakGlassGrant, [{ ...stored, id, clientId: file.id, userId: work.actor.userId, expiresAt }]);
    // The purpose is one of a list; the reason tells of the case, so it is sealed with it and stands in the grant alone.
    work.audit({
      event: 'break_glass.opened',
      ...lineOf(id, file.id),
      details: { purpose: input.purpose, hours: breakGlassHours },
    });
    const about = { kind: noun, subjectType: noun, subjectId: id };
    const people = await peopleToTell(work, file.id);
    await notify(
      work,
      people.map((person) => ({ userId: person.id, about: { ...about, clientId: person.letIn ? file.id : null } })),
    );
    return this.answer(work, (await grantById(work, id))!);
  }

  /** The newest first, for those who look into it. */
  async list(work: Work, query: BreakGlassQuery): Promise<Page<BreakGlassAnswer>> {
    const scope = scopeOf('break-glass', query);
    const rows = await listGrants(work, query, positionOf(scope, query.cursor));
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      (row) => row,
    );
    work.audit({ event: 'break_glass.listed', details: { ids: page.items.map(({ id }) => id) } });
    return { ...page, items: await Promise.all(page.items.map((row) => this.answer(work, row))) };
  }

  /** Writes down what a supervisor found. @throws Problem 403 on one's own, 409 when somebody looked into it already */
  async review(work: Work, id: string, { finding }: ReviewBreakGlass): Promise<BreakGlassAnswer> {
    const row = await this.one(work, id);
    if (row.userId === work.actor.userId)
      throw Problem.forbidden('break_glass.own', 'Somebody else has to look into what you opened.');
    if (row.reviewedAt)
      throw Problem.conflict('break_glass.reviewed', 'Somebody looked into this already; what they found stands.');
    await this.save(work, row, { finding, reviewedAt: work.now, reviewedBy: work.actor.userId });
    work.audit({ event: 'break_glass.reviewed', ...lineOf(id, row.clientId), details: { finding } });
    return this.answer(work, (await grantById(work, id))!);
  }

  /** Closes the case to who opened it, before the time is up. @throws Problem 404 unless it is one's own, or one reviews */
  async end(work: Work, id: string): Promise<BreakGlassAnswer> {
    const row = await this.one(work, id);
    if (row.userId !== work.actor.userId && !work.may(Permission.BreakGlassReview)) throw Problem.notFound(noun);
    if (row.endedAt || row.expiresAt <= work.now) return this.answer(work, row);
    await this.save(work, row, { endedAt: work.now, endedBy: work.actor.userId });
    work.audit({ event: 'break_glass.ended', ...lineOf(id, row.clientId) });
    return this.answer(work, (await grantById(work, id))!);
  }

  private async one(work: Work, id: string): Promise<GrantRow> {
    const row = await grantById(work, id);
    if (!row) throw Problem.notFound(noun);
    return row;
  }

  private save(work: Work, { keys: _k, code: _c, userName: _u, ...row }: GrantRow, changes: Partial<BreakGlassGrant>) {
    return work.change(BreakGlassGrant, noun, row as BreakGlassGrant, row.version, changes);
  }

  private async client(work: Work, ref: { id: string } | { code: string }) {
    const [row] = await work.sql<Client & { keys: WrappedKey[] | null }>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(Client), 'c')}, ${keysOfClientSql} AS keys
       FROM clients c WHERE c.organization_id = $1 AND ${'id' in ref ? 'c.id' : 'c.code'} = $2`,
      [work.organizationId, 'id' in ref ? ref.id : ref.code],
    );
    return row;
  }

  private async answer(work: Work, { keys, code, userName, ...row }: GrantRow): Promise<BreakGlassAnswer> {
    const file = await this.files.fileOf(work, { id: row.clientId, keys } as Client & Pick<GrantRow, 'keys'>);
    const { reason, ...answer } = file.shown<BreakGlassAnswer>(BreakGlassFileFields, 'break_glass_grants', row);
    // It tells of the case: for whoever wrote it, and for those who judge it.
    const mayRead = work.may(Permission.BreakGlassReview) || row.userId === work.actor.userId;
    return { ...answer, ...(mayRead ? { reason } : {}), code, userName };
  }
}

const lineOf = (id: string, clientId: string) => ({ subjectType: noun, subjectId: id, clientId });
