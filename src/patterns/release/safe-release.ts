import type { Report } from '../report.js';
import { noHurry, type SecondsLeft } from '../statistics/linear-program.js';
import { suppress } from '../statistics/suppression.js';
import { tooNarrow } from '../statistics/disclosure.js';
import { type Compared, comparedWith, touching } from './earlier-releases.js';
import { type HiddenCell, publicReport } from './public-report.js';
import { ShownMedians } from './medians.js';
import type { Publishable } from './publication.js';
import { figuresOf, type Place, type PlacedFigure, type ReportFigures } from './release-figures.js';

export interface SafeRelease {
  /** What may leave. */
  report: Report;
  /** Cells of it that are hidden, and why. */
  hidden: HiddenCell[];
  /** The width of the narrowest interval that a reader can derive for a hidden figure; null where none is hidden or bounded. */
  narrowest: () => Promise<number | null>;
  /** Figures as they will be known from now on. */
  figures: ReportFigures;
}

/** Why nothing may leave: periods overlap those of these earlier releases, or some figures cannot be protected. */
export type Unsafe = { overlaps: number[] } | { exposed: Place[] };

/**
 * Makes a report fit for the public, or says why it cannot be.
 * @param earlier what was released before
 * @param insisted cells that are shown though they count few: whoever they count has agreed
 * @throws OutOfTime when it cannot be told in time; then nothing may leave
 */
export async function safeRelease(
  published: Publishable,
  earlier: readonly ReportFigures[],
  k: number,
  secondsLeft = noHurry,
  insisted: (place: Place) => boolean = () => false,
): Promise<SafeRelease | Unsafe> {
  const safe = await safeReleases([published], earlier, k, secondsLeft, insisted);
  return Array.isArray(safe) ? safe[0]! : safe;
}

/** Reports that leave together, so that nothing hidden in one can be worked out from another. */
export async function safeReleases(
  published: readonly Publishable[],
  earlier: readonly ReportFigures[],
  k: number,
  secondsLeft = noHurry,
  insisted: (place: Place) => boolean = () => false,
): Promise<SafeRelease[] | Unsafe> {
  const own = published.map((one) => figuresOf(one, k));
  const near = touching(own, earlier);
  const compared = comparedWith(
    own,
    near.map((at) => earlier[at]!),
    k,
  );
  if (compared.crossing.length > 0) return { overlaps: compared.crossing.map((at) => near[at]!) };
  await forgetWhatIsOut(compared, k, secondsLeft);
  const shown = new Set(compared.known);
  compared.figures.slice(0, compared.own).forEach((figure, at) => {
    if (figure.state === 'open' && insisted(figure)) shown.add(at);
  });
  const suppression = await suppress(compared, k, shown, (at) => at >= compared.own, { secondsLeft });
  const { hidden, exposed } = suppression;
  if (exposed.length > 0) return { exposed: exposed.map((at) => placeOf(compared.figures[at]!)) };
  const medians = new ShownMedians(earlier.flatMap((one) => one.medians ?? []));
  let first = 0;
  return published.map(({ report, running }, number) => {
    const { figures, equations } = own[number]!;
    const begin = first;
    first += figures.length;
    const cells = figures.flatMap((figure, at): HiddenCell[] => {
      const why = hidden.get(begin + at);
      return why ? [{ ...placeOf(figure), why }] : [];
    });
    const { shown: shownMedians, mayLeave } = medians.of(report);
    return {
      ...publicReport(report, cells, k, running, mayLeave),
      narrowest: suppression.narrowest,
      figures: {
        medians: shownMedians,
        equations,
        figures: figures.map(({ counted: _, ...figure }, at): PlacedFigure =>
          figure.state === 'open'
            ? hidden.has(begin + at)
              ? { ...figure, state: 'never', guarded: true }
              : { ...figure, state: 'out' }
            : figure,
        ),
      },
    };
  });
}

/** What can be worked out of earlier releases alone is no secret any more, and nothing that is hidden now would make it one. */
async function forgetWhatIsOut(
  { figures, equations, own }: Compared,
  k: number,
  secondsLeft: SecondsLeft,
): Promise<void> {
  const guarded = figures.flatMap(({ state, guarded: is }, at) => (at >= own && state === 'never' && is ? [at] : []));
  const out = await tooNarrow({ figures, equations }, (at) => figures[at]!.state === 'out', guarded, k, {
    secondsLeft,
  });
  for (const { at } of out) figures[at] = { ...figures[at]!, guarded: false };
}

const placeOf = ({ row, column }: Place): Place => ({ row, column });
