import { columnsOf } from '../../platform/database/statements.js';
import type { Work } from '../../platform/database/work.js';
import type { Position } from '../../platform/http/paging.js';
import type { Population } from './population.js';
import { countedBy } from './meanings.js';
import { PatternRelease } from './release.entity.js';
import type { ReportFigures } from './release-figures.js';

export type ReleaseRow = Omit<PatternRelease, 'figures' | 'document'> & {
  byName: string | null;
  approvedByName: string | null;
};

/** One at a time, so that each is compared with all before it; until the work ends. */
export async function lockReleases(work: Work): Promise<void> {
  await work.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [work.organizationId]);
}

/** The figures of all that was published, oldest first. */
export async function publishedFigures(
  work: Work,
): Promise<{ report: string; title: string; figures: ReportFigures; publishedAt: Date }[]> {
  const releases = await work.sql<{ report: string; title: string; figures: ReportFigures; publishedAt: Date }>(
    `SELECT report, title, figures, published_at AS "publishedAt" FROM pattern_releases
     WHERE organization_id = $1 AND state = 'published' ORDER BY published_at, id`,
    [work.organizationId],
  );
  for (const { report, figures } of releases)
    for (const figure of figures.figures) figure.counted = countedBy(report, figure.column, figure.population);
  return releases;
}

const heavy = new Set(['figures', 'document']);

const selectSql = (work: Work) => {
  const metadata = work.manager.connection.getMetadata(PatternRelease);
  const columns = columnsOf(metadata, 'r')
    .split(', ')
    .filter((column) => !heavy.has(column.split('"')[1]!));
  return `SELECT ${columns.join(', ')}, u.display_name AS "byName", a.display_name AS "approvedByName"
   FROM pattern_releases r
   LEFT JOIN users u ON u.organization_id = r.organization_id AND u.id = r.created_by
   LEFT JOIN users a ON a.organization_id = r.organization_id AND a.id = r.approved_by
   WHERE r.organization_id = $1`;
};

/** The newest first. */
export function listReleases(work: Work, limit: number, position: Position | undefined): Promise<ReleaseRow[]> {
  const parameters: unknown[] = [work.organizationId, limit];
  const after = position ? `AND r.id < $${parameters.push(position.id)}` : '';
  return work.sql<ReleaseRow>(`${selectSql(work)} ${after} ORDER BY r.id DESC LIMIT $2`, parameters);
}

export async function releaseById(work: Work, id: string): Promise<ReleaseRow | undefined> {
  const [row] = await work.sql<ReleaseRow>(`${selectSql(work)} AND r.id = $2`, [work.organizationId, id]);
  return row;
}

/** The bytes that left, or would. */
export async function documentOf(work: Work, id: string): Promise<string | undefined> {
  const [row] = await work.sql<{ document: string }>(
    'SELECT document FROM pattern_releases WHERE organization_id = $1 AND id = $2',
    [work.organizationId, id],
  );
  return row?.document;
}

/** Columns of the ledger by the names that filters and groupings have; without one of these nobody can be asked. */
const columnOfFact: Record<string, string> = {
  county: 'p.county',
  office: 'p.office_id::text',
  place: 'p.place_id::text',
  chargeLevel: 'p.charge_level',
  printReason: 'p.print_reason',
};

/**
 * How many letters a population has, and how many of them are of people who have not agreed to be told of in public: who
 * were not asked, took it back, or whose case file is gone.
 * @returns undefined for a population that is made of other facts than the ledger knows by name
 */
export async function withoutConsent(
  work: Work,
  { from, to, facts }: Population,
): Promise<{ letters: number; without: number } | undefined> {
  const parameters: unknown[] = [work.organizationId, from, to];
  const conditions: string[] = [];
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'evidence') conditions.push(`p.evidence_grade <> 'hearsay'`);
    else if (!columnOfFact[name]) return undefined;
    else conditions.push(`${columnOfFact[name]} IS NOT DISTINCT FROM $${parameters.push(value)}`);
  }
  const [row] = await work.sql<{ letters: number; without: number }>(
    `SELECT count(*) AS letters, count(*) FILTER (WHERE c.consents IS NULL OR NOT c.consents @?
       '$[*] ? (@.kind == "public_story" && (!exists(@.withdrawnOn) || @.withdrawnOn == null))') AS without
     FROM pattern_letters p LEFT JOIN clients c ON c.organization_id = p.organization_id AND c.id = p.client_id
     WHERE p.organization_id = $1 AND p.received_on >= $2::date AND p.received_on <= $3::date
       ${conditions.map((condition) => `AND ${condition}`).join(' ')}`,
    parameters,
  );
  return row;
}
