import { columnsOf } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import type { Position } from '../platform/http/paging.js';
import { LegalDemand } from './legal-demand.entity.js';
import type { LegalDemandsQuery } from './legal-demands.dto.js';

export type DemandRow = LegalDemand & { holdsPlaced: number; holdsStanding: number };

const selectSql = (work: Work) =>
  `SELECT ${columnsOf(work.manager.connection.getMetadata(LegalDemand), 'd')},
     h.placed AS "holdsPlaced", h.standing AS "holdsStanding"
   FROM legal_demands d CROSS JOIN LATERAL (
     SELECT count(*)::int AS placed, count(*) FILTER (WHERE lifted_at IS NULL)::int AS standing
     FROM legal_holds h WHERE h.organization_id = d.organization_id AND h.legal_demand_id = d.id) h
   WHERE d.organization_id = $1`;

export async function demandById(work: Work, id: string): Promise<DemandRow | undefined> {
  const [row] = await work.sql<DemandRow>(`${selectSql(work)} AND d.id = $2`, [work.organizationId, id]);
  return row;
}

/** The newest first. */
export function listDemands(
  work: Work,
  { response, dueBy, limit }: LegalDemandsQuery,
  position: Position | undefined,
): Promise<DemandRow[]> {
  const parameters: unknown[] = [work.organizationId, limit];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    ...(response ? [`d.response = ${bind(response)}`] : []),
    ...(dueBy ? [`d.due_on <= ${bind(dueBy)}::date`] : []),
    ...(position ? [`d.id < ${bind(position.id)}`] : []),
  ];
  return work.sql<DemandRow>(
    `${selectSql(work)} ${conditions.map((one) => `AND ${one}`).join(' ')} ORDER BY d.id DESC LIMIT $2`,
    parameters,
  );
}

/** Marks those that are due by a day and of which nobody was reminded yet. @returns their ids */
export async function dueUnreminded(work: Work, by: string): Promise<string[]> {
  const rows = await work.sql<{ id: string }>(
    `UPDATE legal_demands SET reminded_for = due_on
     WHERE organization_id = $1 AND response = 'pending' AND due_on <= $2::date AND reminded_for IS DISTINCT FROM due_on
     RETURNING id`,
    [work.organizationId, by],
  );
  return rows.map(({ id }) => id);
}
