import { Injectable } from '@nestjs/common';
import { openFields, openWhatOpens, sealFields } from '../platform/crypto/sealed-fields.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { HoldsService } from '../retention/holds.service.js';
import { LegalDemand } from './legal-demand.entity.js';
import { LegalDemandFields } from './legal-demand.fields.js';
import type {
  ChangeLegalDemand,
  CreateLegalDemand,
  LegalDemandAnswer,
  LegalDemandsQuery,
  PlaceHolds,
} from './legal-demands.dto.js';
import { demandById, type DemandRow, listDemands } from './legal-demands.queries.js';

const noun = 'legal_demand';
const table = 'legal_demands';

/** The register of subpoenas, warrants and requests for records. */
@Injectable()
export class LegalDemandsService {
  constructor(private readonly holds: HoldsService) {}

  /** @throws Problem 422 for dates that cannot be */
  async create(work: Work, input: CreateLegalDemand): Promise<LegalDemandAnswer> {
    const values = await judged(work, input);
    const { seal } = await work.organizationKeys();
    const id = work.newId();
    await work.insert(LegalDemand, [
      { ...sealFields(LegalDemandFields, table, id, seal, values), id, remindedFor: null },
    ]);
    work.audit({ event: 'legal_demand.created', subjectType: noun, subjectId: id });
    return this.answer(work, await this.one(work, id));
  }

  /** @throws Problem 404 */
  async get(work: Work, id: string): Promise<LegalDemandAnswer> {
    const row = await this.one(work, id);
    work.audit({ event: 'legal_demand.read', subjectType: noun, subjectId: id });
    return this.answer(work, row);
  }

  /** The newest first. */
  async list(work: Work, query: LegalDemandsQuery): Promise<Page<LegalDemandAnswer>> {
    const scope = scopeOf('legal-demands', query);
    const rows = await listDemands(work, { ...query, limit: query.limit + 1 }, positionOf(scope, query.cursor));
    const keys = await work.organizationKeys(rows.flatMap((row) => row.scope ?? []));
    const today = await work.today();
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      ({ id }) => id,
      (sealed) => {
        const { row, unreadable } = openWhatOpens(LegalDemandFields, table, sealed.id, keys.keyFor, sealed);
        return { ...answerOf(row, today), ...(unreadable.length > 0 ? { unreadable } : {}) };
      },
    );
    work.audit({ event: 'legal_demand.listed', details: { ids: page.items.map(({ id }) => id) } });
    return page;
  }

  /** @throws Problem 404, 412 when somebody else changed it, 422 for dates that cannot be */
  async change(work: Work, id: string, version: number, input: ChangeLegalDemand): Promise<LegalDemandAnswer> {
    const { holdsPlaced: _p, holdsStanding: _s, ...row } = await this.one(work, id);
    // What does not open is not written over.
    const before = await this.opened(work, row as DemandRow);
    const { respondedOn } = await judged(work, { ...before, ...input });
    const { seal } = await work.organizationKeys();
    const changes = { ...input, respondedOn: respondedOn ?? null };
    const fields = Object.keys(changes).filter(
      (name) => JSON.stringify(changes[name as never] ?? null) !== JSON.stringify(before[name as never] ?? null),
    );
    await work.change(
      LegalDemand,
      noun,
      row as LegalDemand,
      version,
      sealFields(LegalDemandFields, table, id, seal, changes),
    );
    work.audit({ event: 'legal_demand.changed', subjectType: noun, subjectId: id, details: { fields } });
    return this.answer(work, await this.one(work, id));
  }

  /** Places a legal hold on each of the case files that it asks for. @throws Problem 404 for one that is not to be seen */
  async placeHolds(work: Work, id: string, { clientIds, reason }: PlaceHolds): Promise<LegalDemandAnswer> {
    await this.one(work, id);
    // In one order, so that two who do so wait for each other.
    for (const clientId of [...clientIds].sort()) await this.holds.place(work, { clientId, reason }, id);
    work.audit({
      event: 'legal_demand.holds_placed',
      subjectType: noun,
      subjectId: id,
      details: { count: clientIds.length },
    });
    return this.answer(work, await this.one(work, id));
  }

  private async one(work: Work, id: string): Promise<DemandRow> {
    const row = await demandById(work, id);
    if (!row) throw Problem.notFound(noun);
    return row;
  }

  private async opened(work: Work, row: DemandRow): Promise<DemandRow> {
    const keys = await work.organizationKeys(row.scope ? [row.scope] : []);
    return openFields(LegalDemandFields, table, row.id, keys.keyFor, row);
  }

  private async answer(work: Work, row: DemandRow): Promise<LegalDemandAnswer> {
    return answerOf(await this.opened(work, row), await work.today());
  }
}

/** The values to save; an answer without a day was given today. @throws Problem 422 */
async function judged<V extends Partial<LegalDemandFields>>(work: Work, values: V): Promise<V> {
  const today = await work.today();
  const { receivedOn, dueOn, response } = values;
  const isAnswered = response !== undefined && response !== 'pending';
  const respondedOn = isAnswered ? (values.respondedOn ?? today) : values.respondedOn;
  if (receivedOn && receivedOn > today)
    throw Problem.invalidField(
      'receivedOn',
      'date.future',
      'This date is in the future. Write the day on which it came.',
    );
  if (receivedOn && dueOn && dueOn < receivedOn)
    throw Problem.invalidField('dueOn', 'legal_demand.due_before', 'It cannot be due before it came.');
  if (respondedOn && !isAnswered)
    throw Problem.invalidField('respondedOn', 'legal_demand.not_answered', 'Say what was answered as well.');
  if (respondedOn && (respondedOn > today || (receivedOn && respondedOn < receivedOn)))
    throw Problem.invalidField(
      'respondedOn',
      'legal_demand.responded',
      'The answer was given between its coming and today.',
    );
  return { ...values, ...(respondedOn === undefined ? {} : { respondedOn }) };
}

function answerOf({ organizationId: _, remindedFor: _r, ...row }: DemandRow, today: string): LegalDemandAnswer {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    overdue: row.response === 'pending' && !!row.dueOn && row.dueOn < today,
  };
}
