import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/statements.js';
import type { Work } from '../../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../../platform/http/paging.js';
import { Problem } from '../../platform/http/problem.js';
import { StaffMessagesService } from '../../reminders/staff-messages.service.js';
import { mondayOf } from '../figures.js';
import { inWords, letterDimensions } from '../reports/dimensions.js';
import { type Judged, type LookedAtBy, newThings, usualOptions } from './judge.js';
import type { AlertsQuery, NewsAnswer, NewsQuery, PatternAlertAnswer } from './news.dto.js';
import { weeklySeries } from './news.queries.js';
import { PatternAlert } from './pattern-alert.entity.js';

const noun = 'pattern_alert';

interface Named {
  by: LookedAtBy;
  key: string | null;
  name: string | null;
  n: number;
}

/** What the letters are, as a sentence goes on after their number. */
const whichOf: Record<LookedAtBy, (what: string) => string> = {
  all: () => 'in all',
  office: (what) => `from ${what}`,
  place: (what) => `naming ${what}`,
  county: (what) => `to people in ${what}`,
  chargeLevel: (what) => `after a charge of ${what}`,
  printReason: (what) => `after prints for ${what}`,
};

const called = ({ by, key, name }: Named) => name ?? inWords(key, by === 'all' ? undefined : letterDimensions[by]);

const sentence = (one: Named, when: string, bound: number) =>
  `${one.n} letter${one.n === 1 ? '' : 's'} ${whichOf[one.by](called(one))} ${when}, bound ${bound.toFixed(1)}`;

/** The bound that explains an alert: that of C1, or of C2 where a rise began before. */
const boundOf = ({ above, bounds }: Judged) => {
  const method = above.includes('C1') || !above.includes('C2') ? 'C1' : 'C2';
  return { method, bound: bounds[method] ?? 0 };
};

type AlertRow = PatternAlert & { name: string | null };

/**
 * What is new this week: about letters that came, for staff alone. It says what has happened, never where anybody is, and
 * goes to nobody outside.
 */
@Injectable()
export class NewsService {
  constructor(private readonly messages: StaffMessagesService) {}

  /** Every series that exceeds a bound this week, the least likely first. */
  async news(work: Work, { alpha, minSigma, all }: NewsQuery): Promise<NewsAnswer> {
    const { week, judged } = await this.judged(work, { alpha, minSigma });
    work.audit({ event: 'patterns.read', details: { report: 'new' } });
    return {
      week,
      alpha,
      minSigma,
      series: judged.length,
      expectedByChance: judged.length * alpha,
      items: judged
        .filter(({ above, isNew }) => all || isNew || above.length > 0)
        .sort((a, b) => (a.adjustedChance ?? 1) - (b.adjustedChance ?? 1) || (a.chance ?? 1) - (b.chance ?? 1))
        .map((one) => ({
          by: one.by,
          key: one.key,
          text: sentence(one, 'this week', boundOf(one).bound),
          n: one.n,
          past: one.past,
          c1: one.bounds.C1,
          c2: one.bounds.C2,
          c3: one.bounds.C3,
          above: one.above,
          chance: one.chance,
          adjustedChance: one.adjustedChance,
          isNew: one.isNew,
        })),
    };
  }

  /** Writes down what is new and tells supervisors, once for each week and kind. @returns how many alerts it made */
  async watch(work: Work): Promise<number> {
    await work.sql(`SELECT pg_advisory_xact_lock(hashtextextended('letterbox pattern alerts ' || $1, 0))`, [
      work.organizationId,
    ]);
    const { week, judged } = await this.judged(work, usualOptions);
    const known = await work.sql<{ by: string; key: string }>(
      'SELECT by, key FROM pattern_alerts WHERE organization_id = $1 AND week = $2::date',
      [work.organizationId, week],
    );
    const isKnown = (one: Judged) => known.some(({ by, key }) => by === one.by && key === (one.key ?? ''));
    const fresh = judged.filter((one) => one.isNew && !isKnown(one));
    const alerts = await work.insert(
      PatternAlert,
      fresh.map((one) => ({
        week,
        by: one.by,
        key: one.key ?? '',
        n: one.n,
        past: one.past,
        ...boundOf(one),
        adjustedChance: one.adjustedChance!,
        series: judged.length,
      })),
    );
    for (const { id } of alerts) work.audit({ event: 'pattern_alert.raised', subjectType: noun, subjectId: id });
    // One message however many there are: it only says that there is something to look at.
    if (alerts[0]) await this.messages.tellSupervisors(work, 'pattern_alert', alerts[0].id);
    return alerts.length;
  }

  /** The newest first. */
  async alerts(work: Work, query: AlertsQuery): Promise<Page<PatternAlertAnswer>> {
    const scope = scopeOf('pattern-alerts', query);
    const position = positionOf(scope, query.cursor);
    const parameters: unknown[] = [work.organizationId];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = ['a.organization_id = $1'];
    if (query.open !== undefined) conditions.push(`a.acknowledged_at IS ${query.open ? '' : 'NOT '}NULL`);
    if (position) conditions.push(`(a.week, a.id) < (${bind(position.after)}::date, ${bind(position.id)}::uuid)`);
    const rows = await work.sql<AlertRow>(
      `${this.selectSql(work)} WHERE ${conditions.join(' AND ')} ORDER BY a.week DESC, a.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters,
    );
    work.audit({ event: 'patterns.read', details: { report: 'alerts' } });
    return pageFrom(scope, rows, query.limit, ({ week }) => week, answerOf);
  }

  /** Says what the office made of it. @throws Problem 404 when it is absent, 409 when somebody did already */
  async acknowledge(work: Work, id: string, note: string): Promise<PatternAlertAnswer> {
    const [row] = await work.sql<AlertRow>(`${this.selectSql(work)} WHERE a.organization_id = $1 AND a.id = $2`, [
      work.organizationId,
      id,
    ]);
    if (!row) throw Problem.notFound(noun);
    if (row.acknowledgedAt)
      throw Problem.conflict('pattern_alert.acknowledged', 'Somebody acknowledged this already; their note stands.');
    const { name, ...alert } = row;
    const changed = await work.change(PatternAlert, noun, alert, alert.version, {
      note,
      acknowledgedAt: work.now,
      acknowledgedBy: work.actor.userId,
    });
    work.audit({ event: 'pattern_alert.acknowledged', subjectType: noun, subjectId: id });
    return answerOf({ ...changed, name });
  }

  private async judged(work: Work, options: { alpha: number; minSigma: number }) {
    const week = mondayOf(await work.today());
    return { week, judged: newThings(await weeklySeries(work, week), options) };
  }

  private selectSql(work: Work): string {
    return `SELECT ${columnsOf(work.manager.connection.getMetadata(PatternAlert), 'a')},
        coalesce(nullif(concat_ws(', ', o.name, o.unit), ''), p.name) AS name
      FROM pattern_alerts a
      LEFT JOIN offices o ON a.by = 'office' AND o.organization_id = a.organization_id AND o.id::text = a.key
      LEFT JOIN places p ON a.by = 'place' AND p.organization_id = a.organization_id AND p.id::text = a.key`;
  }
}

function answerOf({ organizationId: _, name, ...row }: AlertRow): PatternAlertAnswer {
  return {
    ...row,
    text: sentence({ ...row, name, key: row.key || null }, `in the week of ${row.week}`, row.bound),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  };
}
