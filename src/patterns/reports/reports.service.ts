import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/database/work.js';
import { Problem } from '../../platform/http/problem.js';
import { dateIn } from '../../platform/http/values.js';
import type { BookQuery, ReportQuery } from '../patterns.dto.js';
import type { Report, ReportRow } from '../report.js';
import { type Publishable, publishable } from '../release/publication.js';
import type { AskedOfRelease } from '../release/releasable-reports.service.js';
import { groupingOf, mustBeInternal, mustNotBeReversed, staysInside } from './asking.js';
import { counted, filtersAsked, tables } from './counting.js';
import type { Asked, Definition, Group } from './definition.js';
import { inWords } from './dimensions.js';
import { filtersOf, filterWords } from './filters.js';
import { definitionOf, definitions } from './index.js';
import { column, shareCells, shareColumns } from './measures.js';

/** Makes reports from what they declare. */
@Injectable()
export class ReportsService {
  /**
   * One report, for the organisation's own eyes.
   * @throws Problem 404 for a name that no report has; 422 for a period that ends before it begins or a grouping it lacks
   */
  async report(work: Work, name: string, query: ReportQuery): Promise<Report> {
    const definition = definitionOf(name);
    if (!definition) throw Problem.notFound('report');
    mustBeInternal(query, definition.inside ?? 'This form of it is that for the office.');
    const report = await this.make(work, definition, await askedOf(work, query));
    work.audit(
      query.format === 'json'
        ? { event: 'patterns.read', details: { report: name } }
        : { event: 'patterns.exported', details: { report: name, format: query.format } },
    );
    return report;
  }

  /**
   * One report with how its counts hang together, to be made safe for the public.
   * @throws Problem 404 and 422 as {@link report}; 422 also for a report that has no form that is safe to publish
   */
  async publishable(work: Work, name: string, query: AskedOfRelease): Promise<Publishable> {
    const definition = definitionOf(name);
    if (!definition) throw Problem.notFound('report');
    const { publication, inside } = definition;
    if (!publication) throw staysInside(inside ?? '');
    mustNotBeReversed({ ...query, release: 'public' });
    const asked = await askedOf(work, { ...query, release: 'public', format: 'json' });
    const report = await this.make(work, { ...definition, rows: publication.rows ?? definition.rows }, asked);
    // What does not narrow the report must not be taken for whom it counts.
    const filters = report.filters.filter(
      ({ name: filter }) => !(ignoredBy(definition, asked) as string[]).includes(filter),
    );
    // Remarks on its very figures could tell of few.
    const notes = [...unheard(definition, asked), ...(publication.notes?.(asked) ?? [])];
    return publishable({ ...report, filters, notes }, publication, asked);
  }

  /** Every report with the same filters, each grouped as it is meant to be. */
  async book(work: Work, query: BookQuery): Promise<Report[]> {
    mustBeInternal(query, 'The book for the public is made of releasable reports.');
    const asked = await askedOf(work, { ...query, format: 'json' });
    const reports: Report[] = [];
    for (const definition of definitions) reports.push(await this.make(work, definition, asked));
    return reports;
  }

  private async make(work: Work, definition: Definition, asked: Asked): Promise<Report> {
    const { name, title, question, methods, chart, source, measures } = definition;
    const groupBy = definition.fixed ? null : (asked.query.groupBy ?? definition.groupBy);
    const shape: Omit<Report, 'columns' | 'rows' | 'totals' | 'partition' | 'sums' | 'notes'> = {
      name,
      title,
      question,
      on: asked.today,
      zone: asked.zone,
      filters: asked.filters,
      groupBy,
      methods,
      chart,
    };
    if (definition.own) {
      const rows = await definition.own.read(work, asked);
      return { ...shape, columns: definition.own.columns, rows, totals: null, partition: false, sums: [], notes: [] };
    }
    const dimension = groupBy ? groupingOf(source, groupBy) : undefined;
    if (chart && dimension && groupBy !== definition.groupBy) shape.chart = { ...chart, xLabel: dimension.label };
    const within: Asked = { ...asked, query: { ...asked.query, groupBy: groupBy ?? undefined } };
    const { groups, whole } = await counted(work, definition, within, dimension);
    const body =
      definition.features || definition.rows
        ? ofWhole(definition, whole)
        : {
            columns: [
              column('key', dimension?.label ?? 'All', 'key', null),
              column('label', dimension?.label ?? 'All', 'label', null),
              ...measures.flatMap(({ columns }) => columns),
            ],
            rows: groups.map((group) => ({
              key: group.key,
              label: dimension ? (group.name ?? inWords(group.key, dimension)) : 'All',
              ...cellsOf(definition, group, whole, within),
            })),
            totals: { key: null, label: 'All', ...cellsOf(definition, whole, whole, within) },
            partition: true,
            sums: measures.flatMap(({ sums }) => sums ?? []),
          };
    const heading = definition.heading?.(within) ?? ((text: string) => text);
    return {
      ...shape,
      chart: shape.chart && { ...shape.chart, yLabel: heading(shape.chart.yLabel) },
      ...body,
      columns: body.columns.map((column) => ({ ...column, label: heading(column.label) })),
      notes: [...unheard(definition, asked), ...(definition.notes?.(whole, body.rows, within) ?? [])],
    };
  }
}

const cellsOf = ({ measures }: Definition, group: Group, whole: Group, asked: Asked): ReportRow =>
  Object.assign({}, ...measures.map((measure) => measure.cells(group, whole, asked))) as ReportRow;

/** Rows that are no groups: questions, or steps of a curve. */
function ofWhole(
  { source, features, rows }: Definition,
  whole: Group,
): Pick<Report, 'columns' | 'rows' | 'totals' | 'partition' | 'sums'> {
  if (rows) return { columns: rows.columns, rows: rows.of(whole), totals: null, partition: false, sums: [] };
  const unit = source === 'appointments' ? 'appointments' : 'letters';
  return {
    columns: [
      column('key', 'Question', 'key', null),
      column('label', 'Question', 'label', null),
      column('known', 'Answer known', 'count', unit),
      column('yes', 'Yes', 'count', unit),
      column('no', 'No', 'count', unit),
      ...shareColumns('share', 'Share', ['yes', 'known']),
    ],
    rows: features!.map(({ name, label }) => {
      const [yes, known] = [whole.counts[`${name}:yes`]!, whole.counts[`${name}:known`]!];
      return { key: name, label, known, yes, no: known - yes, ...shareCells('share', yes, known) };
    }),
    totals: null,
    partition: false,
    sums: [{ total: 'known', parts: ['yes', 'no'] }],
  };
}

async function askedOf(work: Work, query: ReportQuery): Promise<Asked> {
  const zone = await work.zone();
  return { query, filters: await filtersOf(work, query), zone, today: dateIn(zone, work.now) };
}

const ignoredBy = ({ source }: Definition, { query }: Asked) =>
  filtersAsked(query).filter((name) => !tables[source].filters[name]);

/** What was asked for and does not apply here must not be taken to have narrowed anything. */
function unheard(definition: Definition, asked: Asked): string[] {
  const ignored = ignoredBy(definition, asked);
  return ignored.length > 0 ? [`Not narrowed by: ${ignored.map((name) => filterWords[name]).join(', ')}.`] : [];
}
