import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { OrganizationsService } from '../../organizations/organizations.service.js';
import type { Work } from '../../platform/database/work.js';
import { type Page, type PageQuery, pageFrom, positionOf, scopeOf } from '../../platform/http/paging.js';
import { Problem } from '../../platform/http/problem.js';
import type { BookLanguage } from '../patterns.dto.js';
import { bookWords } from '../pictures/book.words.js';
import type { Report } from '../report.js';
import { OutOfTime, type SecondsLeft } from '../statistics/linear-program.js';
import { hiddenSymbol } from './public-report.js';
import type { Publishable } from './publication.js';
import { populationOfRow } from './population.js';
import { type Place, rowOf } from './release-figures.js';
import { type AskedOfRelease, ReleasableReportsService } from './releasable-reports.service.js';
import { PatternRelease, type ShownSmall } from './release.entity.js';
import type { PreviewRelease, PublishRelease, ReleaseAnswer, ReleasePreview } from './releases.dto.js';
import {
  documentOf,
  listReleases,
  lockReleases,
  publishedFigures,
  releaseById,
  type ReleaseRow,
  withoutConsent,
} from './releases.queries.js';
import { type SafeRelease, safeRelease, safeReleases } from './safe-release.js';

const noun = 'release';

/**
 * For the audit of figures, from when they were asked for: the connections to the reader and to the database end after a
 * minute in which nothing comes, and that would be an end without words.
 */
const auditSeconds = 40;

/** Figures that leave the office: made safe, compared with all that left before, written down to the byte. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly reports: ReleasableReportsService,
    private readonly organizations: OrganizationsService,
    private readonly clock: Clock,
  ) {}

  /**
   * A report as it could leave now; nothing is released by that.
   * @throws Problem 422 as {@link publish}
   */
  async publicForm(work: Work, report: string, asked: AskedOfRelease): Promise<Report> {
    const { safe } = await this.make(work, { ...asked, report });
    work.audit({ event: 'release.previewed', details: { report } });
    return safe.report;
  }

  /**
   * Reports as they could leave together, so that nothing hidden in one can be worked out from another or from what left
   * before; one that does not go with that is left out.
   * @throws Problem 422 when they cannot be made safe together, or not in time
   */
  async publicForms(
    work: Work,
    names: readonly string[],
    asked: AskedOfRelease,
  ): Promise<{ reports: Report[]; left: string[] }> {
    const { publicCountsFrom: k } = await this.organizations.own(work);
    const earlier = (await publishedFigures(work)).map(({ figures }) => figures);
    const made: Publishable[] = [];
    for (const name of names) {
      made.push(await this.reports.make(work, name, asked));
      work.audit({ event: 'release.previewed', details: { report: name } });
    }
    return this.inTime(work, async (secondsLeft) => {
      let safe = await safeReleases(made, earlier, k, secondsLeft);
      const left: string[] = [];
      if (!Array.isArray(safe)) {
        // What does not go with what left before by itself does not go with it in company.
        const fit: Publishable[] = [];
        for (const one of made)
          if ('report' in (await safeRelease(one, earlier, k, secondsLeft))) fit.push(one);
          else left.push(one.report.title);
        safe = await safeReleases(fit, earlier, k, secondsLeft);
      }
      if (!Array.isArray(safe)) throw exposed();
      return { reports: safe.map(({ report }) => report), left };
    });
  }

  /** What would leave, and what is hidden in it and why. @throws Problem 422 as {@link publish} */
  async preview(work: Work, input: PreviewRelease, language: BookLanguage): Promise<ReleasePreview> {
    const { safe, k } = await this.make(work, input);
    work.audit({ event: 'release.previewed', details: { report: input.report } });
    const { report, hidden } = safe;
    return {
      report: bookWords[language].report(report),
      k,
      hidden,
      narrowest: await this.inTime(work, safe.narrowest),
    };
  }

  /**
   * Releases figures; with small ones among them it only proposes to, until a second person agrees.
   * @throws Problem 422 when an earlier release of the report overlaps in part, when something hidden could be worked out
   *   whatever else is hidden, when that cannot be told in time, or when not everybody in a row that is to be shown has agreed to be told of
   */
  async publish(work: Work, input: PublishRelease): Promise<ReleaseAnswer> {
    await lockReleases(work);
    const { safe, k } = await this.make(work, input);
    const shownSmall = input.shownSmall ?? [];
    const document = `${JSON.stringify({ ...safe.report, k, symbol: hiddenSymbol }, null, 1)}\n`;
    const state = shownSmall.length > 0 ? ('proposed' as const) : ('published' as const);
    const { name, title, filters, groupBy } = safe.report;
    const [stored] = await work.insert(PatternRelease, [
      {
        reason: input.reason,
        report: name,
        title,
        filters,
        groupBy,
        k,
        document,
        sha256: createHash('sha256').update(document).digest('hex'),
        hiddenCells: safe.hidden.filter(({ why }) => why !== 'derived').length,
        narrowest: await this.inTime(work, safe.narrowest),
        shownSmall,
        figures: safe.figures,
        state,
        publishedAt: state === 'published' ? work.now : null,
        approvedBy: null,
      },
    ]);
    work.audit({ event: `release.${state}`, ...lineOf(stored!.id), details: { report: name } });
    return this.one(work, stored!.id);
  }

  /**
   * The second person agrees that small figures may leave.
   * @throws Problem 403 for who proposed it, 409 when it is out, when anything else left since or when the figures are not
   *   what they were, 422 when somebody has taken back their consent
   */
  async approve(work: Work, id: string): Promise<ReleaseAnswer> {
    await this.one(work, id);
    await lockReleases(work);
    const release = await work.manager.findOneByOrFail(PatternRelease, { organizationId: work.organizationId, id });
    if (release.state === 'published') throw Problem.conflict('release.published', 'These figures are out already.');
    if (release.createdBy === work.actor.userId)
      throw Problem.forbidden('release.own', 'Somebody else has to agree to what you proposed.');
    const since = await publishedFigures(work);
    if (since.some(({ publishedAt }) => publishedAt > release.createdAt))
      throw Problem.conflict(
        'release.superseded',
        'Other figures left since it was proposed, and it was not compared with them. Propose it again.',
      );
    const report = JSON.parse(release.document) as Report;
    await this.mustHaveAgreed(work, report, release.shownSmall, 'id');
    await this.mustStillSay(work, release, report);
    await work.change(PatternRelease, noun, release, release.version, {
      state: 'published',
      publishedAt: work.now,
      approvedBy: work.actor.userId,
    });
    work.audit({ event: 'release.approved', ...lineOf(id), details: { report: release.report } });
    return this.one(work, id);
  }

  /** Whoever left the figures meanwhile, or was corrected in them, was not asked about these. */
  private async mustStillSay(work: Work, release: PatternRelease, document: Report): Promise<void> {
    const filters = Object.fromEntries(release.filters.map(({ name, value }) => [name, value]));
    const { safe } = await this.make(work, {
      ...filters,
      pooled: filters.pooled === 'true' ? true : undefined,
      groupBy: release.groupBy ?? undefined,
      report: release.report,
      shownSmall: release.shownSmall,
    } as Parameters<ReleasesService['make']>[1]);
    const figuresOf = ({ rows, totals }: Report) => JSON.stringify([rows, totals]);
    if (figuresOf(safe.report) !== figuresOf(document))
      throw Problem.conflict(
        'release.stale',
        'The figures are not what they were when it was proposed. Look at them and propose it again.',
      );
  }

  /** The newest first. */
  async list(work: Work, query: PageQuery): Promise<Page<ReleaseAnswer>> {
    const scope = scopeOf('releases', query);
    const rows = await listReleases(work, query.limit + 1, positionOf(scope, query.cursor));
    const page = pageFrom(scope, rows, query.limit, ({ id }) => id, answerOf);
    work.audit({ event: 'release.listed', details: { ids: page.items.map(({ id }) => id) } });
    return page;
  }

  async read(work: Work, id: string): Promise<ReleaseAnswer> {
    const answer = await this.one(work, id);
    work.audit({ event: 'release.read', ...lineOf(id) });
    return answer;
  }

  /** The bytes whose hash the ledger has. @throws Problem 404 also while a second person has not agreed */
  async document(work: Work, id: string): Promise<string> {
    const { state } = await this.one(work, id);
    const document = await documentOf(work, id);
    if (state !== 'published' || document === undefined) throw Problem.notFound(noun);
    work.audit({ event: 'release.read', ...lineOf(id) });
    return document;
  }

  private async one(work: Work, id: string): Promise<ReleaseAnswer> {
    const row = await releaseById(work, id);
    if (!row) throw Problem.notFound(noun);
    return answerOf(row);
  }

  private async make(
    work: Work,
    input: AskedOfRelease & { report: string; shownSmall?: ShownSmall[] },
  ): Promise<{ safe: SafeRelease; k: number }> {
    const {
      report: name,
      shownSmall = [],
      from,
      to,
      county,
      office,
      place,
      chargeLevel,
      evidence,
      pooled,
      groupBy,
      compareFrom,
      compareTo,
    } = input;
    const asked = {
      from,
      to,
      county,
      office,
      place,
      chargeLevel,
      evidence: evidence ?? 'all',
      pooled,
      groupBy,
      compareFrom,
      compareTo,
    } as AskedOfRelease;
    const published = await this.reports.make(work, name, asked);
    const { report } = published;
    await this.mustHaveAgreed(work, report, shownSmall, 'shownSmall');
    const { publicCountsFrom: k } = await this.organizations.own(work);
    const earlier = await publishedFigures(work);
    const out = earlier.map(({ figures }) => figures);
    const safe = await this.inTime(work, (secondsLeft) =>
      safeRelease(published, out, k, secondsLeft, isOneOf(report, shownSmall)),
    );
    if ('overlaps' in safe) {
      const before = safe.overlaps.map((at) => {
        const { title, publishedAt } = earlier[at]!;
        return `${title} (${publishedAt.toISOString().slice(0, 10)})`;
      });
      throw refused(
        'from',
        'release.overlaps',
        `The period overlaps in part with figures that were released before: ${before.join(', ')}; what both share could be worked out. Choose a period that contains that one, lies within it, or has no day in common with it; the same holds for each month or week that is a row.`,
      );
    }
    if ('exposed' in safe) throw exposed();
    return { safe, k };
  }

  /** @throws Problem 422 when the audit would outlast the request: what it has not judged is not shown */
  private async inTime<T>(work: Work, audit: (secondsLeft: SecondsLeft) => Promise<T>): Promise<T> {
    try {
      return await audit(() => auditSeconds - (this.clock.now().getTime() - work.now.getTime()) / 1000);
    } catch (error) {
      throw error instanceof OutOfTime ? tooMuch() : error;
    }
  }

  /** Everybody in a row whose small figures are shown must have agreed; then all of it can be shown. */
  private async mustHaveAgreed(
    work: Work,
    report: Report,
    shownSmall: readonly ShownSmall[],
    field: string,
  ): Promise<void> {
    for (const [at, wanted] of shownSmall.entries()) {
      const where = field === 'id' ? field : `${field}.${at}`;
      const row = report.rows.findIndex((one) => keyOfRow(report, one) === wanted.key);
      const isOfLetters = report.columns.every(({ kind, unit }) => kind !== 'count' || unit === 'letters');
      if (row < 0 || !isOfLetters)
        throw refused(where, 'release.no_such_row', 'Name a row, by its key, of a report that counts letters.');
      const asked = await withoutConsent(work, populationOfRow(report, rowOf(report, row)));
      if (!asked)
        throw refused(where, 'release.nobody_to_ask', 'Figures of such a row cannot be shown when they are small.');
      if (asked.without > 0)
        throw refused(
          where,
          'release.consent_missing',
          `Of ${asked.letters} letters in this row, ${asked.without} are of people who have not agreed to be told of in public (consent public_story).`,
        );
    }
  }
}

function isOneOf(report: Report, shownSmall: readonly ShownSmall[]): (place: Place) => boolean {
  return ({ row }) => row >= 0 && shownSmall.some(({ key }) => key === keyOfRow(report, rowOf(report, row)));
}

function keyOfRow({ columns }: Report, row: Report['rows'][number]): string | null {
  const value = row[columns.find(({ kind }) => kind === 'key')?.name ?? ''] ?? null;
  return value === null ? null : String(value);
}

const refused = (field: string, code: string, message: string) =>
  new Problem(422, code, message, { errors: [{ field, code, message }] });

const exposed = () =>
  refused(
    'report',
    'release.exposed',
    'With what was released before, a hidden figure could be worked out, whatever else is hidden. Choose fewer groups or a longer period.',
  );

const tooMuch = () =>
  refused(
    'report',
    'release.too_much',
    'So many figures hang together here that nobody could make sure in time that nothing hidden can be worked out; therefore none is shown. Ask for less at once: a shorter period, a grouping with fewer rows, one county or office, or single reports in place of the book.',
  );

const lineOf = (id: string) => ({ subjectType: noun, subjectId: id });

const answerOf = (row: ReleaseRow): ReleaseAnswer => row as unknown as ReleaseAnswer;
