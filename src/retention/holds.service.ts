import { Injectable } from '@nestjs/common';
import { isLetIn } from '../clients/client.policy.js';
import { lockClients } from '../clients/clients.queries.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Client } from '../clients/client.entity.js';
import { followMerges } from '../clients/clients-merged.js';
import { ClientsService } from '../clients/clients.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { LegalHold } from './legal-hold.entity.js';
import { ProposalsService } from './proposals.service.js';
import type { HoldsQuery, LegalHoldAnswer, PlaceHold } from './retention.dto.js';
import { LegalHoldFields } from './retention.fields.js';
import { type HoldRow, listHolds } from './retention.queries.js';

const noun = 'legal_hold';
const table = 'legal_holds';

/** Keeps case files from being destroyed while a court may ask for them. A file may be under several holds. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly clients: ClientsService,
    private readonly proposals: ProposalsService,
    events: DomainEvents,
  ) {
    // Those that were lifted; files under a hold do not become one.
    followMerges(events, table);
  }

  /**
   * From now on nothing of the file is destroyed; a proposal to purge it ends.
   * @param legalDemandId the records request for which it is placed
   * @throws Problem 404 when the file is absent or behind a wall
   */
  async place(work: Work, { clientId, ...input }: PlaceHold, legalDemandId?: string): Promise<LegalHoldAnswer> {
    // Whoever is purging it at this moment was first; then it is absent.
    await lockClients(work, [clientId]);
    const file = await this.files.readable(work, clientId);
    const id = work.newId();
    const stored = file.stored(LegalHoldFields, table, id, input);
    const [row] = await work.insert(LegalHold, [
      { ...stored, id, clientId, legalDemandId: legalDemandId ?? null, liftedAt: null, liftedBy: null },
    ]);
    await this.proposals.end(work, clientId);
    if (!file.client.legalHold)
      await this.clients.save(work, file, file.client.version, { legalHold: true }, ['legalHold']);
    work.audit({ event: 'hold.placed', ...lineOf(id, clientId) });
    return { ...file.answered<LegalHoldAnswer>(LegalHoldFields, table, row!), code: file.client.code };
  }

  /**
   * The file can be purged again once no other hold stands. It does not go at once: two people, or the policy, say so.
   * @throws Problem 404, 403 for who only broke the glass, 409 when it was lifted already
   */
  async lift(work: Work, id: string): Promise<LegalHoldAnswer> {
    const found = await this.one(work, id);
    await lockClients(work, [found.clientId]);
    const { code: _c, keys: _k, ...hold } = await this.one(work, id);
    if (hold.liftedAt) throw Problem.conflict('legal_hold.lifted', 'This hold was lifted already.');
    const file = await this.files.readable(work, hold.clientId);
    if (!isLetIn(work, file.client))
      throw Problem.forbidden(
        'break_glass.hold',
        'Who only broke the glass of a restricted file cannot lift its hold. Ask somebody whom it lets in.',
      );
    await work.change(LegalHold, noun, hold as LegalHold, hold.version, {
      liftedAt: work.now,
      liftedBy: work.actor.userId,
    });
    const [others] = await work.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE organization_id = $1 AND client_id = $2 AND lifted_at IS NULL`,
      [work.organizationId, hold.clientId],
    );
    if (others!.n === 0) await this.clients.save(work, file, file.client.version, { legalHold: false }, ['legalHold']);
    work.audit({ event: 'hold.lifted', ...lineOf(id, hold.clientId) });
    return this.answer(work, await this.one(work, id));
  }

  /** The newest first. */
  async list(work: Work, query: HoldsQuery): Promise<Page<LegalHoldAnswer>> {
    const scope = scopeOf('legal-holds', query);
    const wanted = { open: query.open, clientId: query.clientId, limit: query.limit + 1 };
    const rows = await listHolds(work, wanted, positionOf(scope, query.cursor));
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      ({ id }) => id,
      (row) => row,
    );
    work.audit({ event: 'hold.listed', details: { ids: page.items.map(({ clientId }) => clientId) } });
    return { ...page, items: await Promise.all(page.items.map((row) => this.answer(work, row))) };
  }

  private async one(work: Work, id: string): Promise<HoldRow> {
    const [row] = await listHolds(work, { id, limit: 1 }, undefined);
    if (!row) throw Problem.notFound(noun);
    return row;
  }

  private async answer(work: Work, { keys, code, ...row }: HoldRow): Promise<LegalHoldAnswer> {
    const file = await this.files.fileOf(work, { id: row.clientId, keys } as Client & Pick<HoldRow, 'keys'>);
    return { ...file.shown<LegalHoldAnswer>(LegalHoldFields, table, row), code };
  }
}

const lineOf = (id: string, clientId: string) => ({ subjectType: noun, subjectId: id, clientId });
