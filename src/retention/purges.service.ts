import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { CaseFile } from '../clients/case-file.js';
import { isLetIn } from '../clients/client.policy.js';
import { lockClients } from '../clients/clients.queries.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { mustBePurgeable } from './blocks.js';
import { ProposalsService } from './proposals.service.js';
import { Purge, type PurgeBasis } from './purge.entity.js';
import type { ProposePurge, PurgeAnswer, PurgesQuery } from './retention.dto.js';
import { listPurges, lockPurge, purgeById, type PurgeRow, standingOf } from './retention.queries.js';
import { ShredderService } from './shredder.service.js';

const noun = 'purge';

/** Destroys case files: one person proposes, another agrees; or nobody decided in the time that the policy gives. */
@Injectable()
export class PurgesService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly shredder: ShredderService,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * Nothing is destroyed by that; it waits for another person.
   * @throws Problem 404, 403 for who only broke the glass, 409 with what forbids it or when it is proposed already
   */
  async propose(work: Work, { clientId, reason, despiteAppointments = false }: ProposePurge): Promise<PurgeAnswer> {
    await lockClients(work, [clientId]);
    mustBeLetIn(work, await this.files.readable(work, clientId));
    mustBePurgeable((await standingOf(work, clientId))!, despiteAppointments);
    const [open] = await work.sql<{ id: string }>(
      `SELECT id FROM purges WHERE organization_id = $1 AND case_id = $2 AND state = 'proposed'`,
      [work.organizationId, clientId],
    );
    if (open)
      throw Problem.conflict(
        'purge.proposed',
        'Somebody proposed this already. Another person than they agrees, or it is withdrawn.',
        { purgeId: open.id },
      );
    const [row] = await work.insert(Purge, [
      { caseId: clientId, reason, despiteAppointments, state: 'proposed', ...undone },
    ]);
    work.audit({ event: 'purge.proposed', ...lineOf(row!) });
    return this.answered(work, row!.id);
  }

  /** Takes a proposal back, one's own or a colleague's. @throws Problem 404, 409 when it is done */
  async withdraw(work: Work, id: string): Promise<PurgeAnswer> {
    await lockPurge(work, id);
    const row = await this.one(work, id);
    if (row.state === 'purged')
      throw Problem.conflict('purge.done', 'This case file is purged; nothing brings it back.');
    await this.proposals.end(work, row.caseId);
    return this.answered(work, id);
  }

  /**
   * The second person agrees, and the file is destroyed. Asked again, it answers the certificate.
   * @throws Problem 404, 403 for who proposed it or only broke the glass, 409 with what forbids it
   */
  async approve(work: Work, id: string): Promise<PurgeAnswer> {
    const proposed = await this.one(work, id);
    if (proposed.state === 'proposed') await this.shredder.lock(work, proposed.caseId);
    await lockPurge(work, id);
    const { code: _c, byName: _b, approvedByName: _a, ...purge } = await this.one(work, id);
    if (purge.state === 'purged') return this.answered(work, id);
    if (purge.state === 'withdrawn')
      throw Problem.conflict('purge.withdrawn', 'This proposal was withdrawn. Propose it again if it is still meant.');
    if (purge.createdBy === work.actor.userId)
      throw Problem.forbidden('purge.own', 'Somebody else has to agree to what you proposed.');
    mustBeLetIn(work, await this.files.readable(work, purge.caseId));
    await this.shred(work, purge as Purge, 'two_people');
    return this.answered(work, id);
  }

  /**
   * Purges a file of which nobody decided in time.
   * @returns false where something forbids it by now
   */
  async byPolicy(work: Work, caseId: string): Promise<boolean> {
    await this.shredder.lock(work, caseId);
    const standing = await standingOf(work, caseId);
    if (!standing) return false;
    try {
      mustBePurgeable(standing, false);
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
    await this.proposals.end(work, caseId);
    const [row] = await work.insert(Purge, [
      { caseId, reason: 'retention_policy', despiteAppointments: false, state: 'proposed', ...undone },
    ]);
    await this.shred(work, row!, 'policy');
    return true;
  }

  /** The newest first: proposals about files that one may see, and every certificate. */
  async list(work: Work, query: PurgesQuery): Promise<Page<PurgeAnswer>> {
    const scope = scopeOf('purges', query);
    const wanted = { state: query.state, limit: query.limit + 1, sees: work.may(Permission.CaseRead) };
    const rows = await listPurges(work, wanted, positionOf(scope, query.cursor));
    const page = pageFrom(scope, rows, query.limit, ({ id }) => id, answerOf);
    work.audit({ event: 'purge.listed', details: { ids: page.items.map(({ id }) => id) } });
    return page;
  }

  /** @throws Problem 404 */
  async read(work: Work, id: string): Promise<PurgeAnswer> {
    const row = await this.one(work, id);
    work.audit({ event: 'purge.read', ...lineOf(row) });
    return answerOf(row);
  }

  /** Needs the lock on the file. @throws Problem 409 with what forbids it */
  private async shred(work: Work, purge: Purge, basis: PurgeBasis): Promise<void> {
    mustBePurgeable((await standingOf(work, purge.caseId))!, purge.despiteAppointments);
    const { destroyed, ledgerRows } = await this.shredder.destroy(work, purge.caseId);
    await work.change(Purge, noun, purge, purge.version, {
      state: 'purged',
      basis,
      approvedBy: basis === 'two_people' ? work.actor.userId : null,
      purgedAt: work.now,
      destroyed,
      ledgerRows,
    });
    const count = destroyed.reduce((sum, { count: rows }) => sum + rows, 0);
    work.audit({ event: 'purge.done', ...lineOf(purge), details: { basis, count } });
  }

  private async one(work: Work, id: string): Promise<PurgeRow> {
    const row = await purgeById(work, id, work.may(Permission.CaseRead));
    if (!row) throw Problem.notFound(noun);
    return row;
  }

  private async answered(work: Work, id: string): Promise<PurgeAnswer> {
    return answerOf(await this.one(work, id));
  }
}

const undone = { basis: null, approvedBy: null, purgedAt: null, destroyed: null, ledgerRows: null };

/** @throws Problem 403 */
function mustBeLetIn(work: Work, { client }: CaseFile): void {
  if (!isLetIn(work, client))
    throw Problem.forbidden(
      'break_glass.purge',
      'Who only broke the glass of a restricted file cannot purge it. Ask somebody whom it lets in.',
    );
}

const lineOf = ({ id, caseId }: Pick<Purge, 'id' | 'caseId'>) => ({
  subjectType: noun,
  subjectId: id,
  clientId: caseId,
});

function answerOf({ organizationId: _, createdAt, updatedAt, purgedAt, code, ...row }: PurgeRow): PurgeAnswer {
  return {
    ...row,
    code: row.state === 'purged' ? null : code,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    purgedAt: purgedAt?.toISOString() ?? null,
  };
}
