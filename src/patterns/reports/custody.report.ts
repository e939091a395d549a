import { kaplanMeier, stepAt, timeWhen } from '../statistics/kaplan-meier.js';
import { type Definition, type Group, isWithin, type Measure } from './definition.js';
import { column, count, share, split } from './measures.js';

const curveOf = (group: Group) =>
  kaplanMeier(
    group.histogram.map(({ value, n, counts }) => ({ time: value, ended: counts.ended!, censored: n - counts.ended! })),
  );

const milestones = [7, 30, 90, 180];

/** The share still held after a day; null after the last day that anybody was followed for, since nothing is known of it. */
const heldAfter = (curve: ReturnType<typeof curveOf>, day: number): number | null =>
  curve.length > 0 && (day <= curve.at(-1)!.time || curve.at(-1)!.survival === 0)
    ? (stepAt(curve, day)?.survival ?? 1)
    : null;

/** From milestone to milestone, and what lies after the last. */
const spans = [...milestones, null].map((to, at) => {
  const from = at === 0 ? 0 : milestones[at - 1]! + 1;
  return {
    from,
    to,
    /** For programs: the last day, or of those after all the first. */
    key: to ?? from,
    name: to === null ? `${from}` : `${from}To${to}`,
    days: to === null ? `${from} days or more` : `${from}-${to} days`,
  };
});
const within = (group: Group, span: (typeof spans)[number], of: 'ended' | 'open') =>
  group.histogram
    .filter(({ value }) => isWithin(value, span))
    .reduce((so, { n, counts }) => so + (of === 'ended' ? counts.ended! : n - counts.ended!), 0);
/** In words that custody and its curve share, so that one is compared with the other. */
const kept = { sql: 'attended AND detained' };
const meant = (of: 'ended' | 'open', { from, to }: { from: number; to: number | null }) => ({
  sql: `${kept.sql} AND ${of === 'ended' ? 'custody_ended' : 'NOT custody_ended'}`,
  of: `custody_days|${from}-${to ?? ''}`,
});

/** How many got out after, or have been held for, so many days; what the curve is made of between its milestones. */
const inSpans = (of: 'ended' | 'open', label: string): Measure => {
  const named = spans.map((span) => ({ ...span, name: `${of}${span.name}` }));
  return {
    columns: named.map(({ name, days: after }) => column(name, `${label} ${after}`, 'count', 'letters')),
    sums: [{ total: of, parts: named.map(({ name }) => name) }],
    cells: (group) => Object.fromEntries(named.map((span) => [span.name, within(group, span, of)])),
  };
};
/** What the curve follows from until a day: who had got out by then, and who was followed no further. */
const until = (day: number) => [
  'n',
  ...(['ended', 'open'] as const).flatMap((of) =>
    spans.filter(({ to }) => to !== null && to <= day).map(({ name }) => `${of}${name}`),
  ),
];

/** Days that somebody has been held so far, or was held in all. */
const days: Definition['value'] = ({ today }, bind) =>
  `coalesce(custody_days, greatest(${bind(today)}::date - custody_since, 0))`;

const methods = [
  'Of those who did not walk out of the appointment: from the first day in custody to the first release or removal.',
  'Whoever is still held counts as held for so long at least, neither as released nor left out (Kaplan and Meier; bounds of 95 % after Greenwood, on the logarithm, as in survfit of R).',
  'A case that was purged while the person was held counts as held until the purge.',
];

/** How long people are held, and how far away. */
export const custody: Definition = {
  name: 'custody',
  title: 'How long people are held, and where',
  question: 'How long are people held who were kept at an appointment, and how many of them in another state?',
  methods,
  source: 'letters',
  where: 'detained',
  groupBy: null,
  value: days,
  measures: [
    count('n', 'Kept'),
    split('n', [
      count('ended', 'Out again, or removed', 'custody_ended'),
      {
        columns: [column('open', 'Still held, as far as is known', 'count', 'letters')],
        cells: ({ counts }) => ({ open: counts.n! - counts.ended! }),
      },
    ]),
    {
      columns: [
        column('median', 'Median days held', 'quantile', 'days', ['n', 'ended']),
        column('medianLow', 'Median: at least', 'quantile', 'days', ['n', 'ended']),
        column('medianHigh', 'Median: at most', 'quantile', 'days', ['n', 'ended']),
        ...milestones.map((day) =>
          column(`heldAfter${day}`, `Share still held after ${day} days`, 'share', 'share', until(day)),
        ),
      ],
      cells: (group) => {
        const curve = curveOf(group);
        return {
          median: timeWhen(curve, 0.5),
          medianLow: timeWhen(curve, 0.5, 'low'),
          medianHigh: timeWhen(curve, 0.5, 'high'),
          ...Object.fromEntries(milestones.map((day) => [`heldAfter${day}`, heldAfter(curve, day)])),
        };
      },
    },
    inSpans('ended', 'Out after'),
    inSpans('open', 'Held so far for'),
    count('stateKnown', 'Known in which state', 'out_of_state IS NOT NULL'),
    count('outOfState', 'Held in another state', 'out_of_state'),
    share('outOfStateShare', 'Share held in another state', 'outOfState', 'stateKnown'),
  ],
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['median'],
    low: 'medianLow',
    high: 'medianHigh',
    xLabel: '',
    yLabel: 'Median days held',
  },
  publication: {
    sums: [{ total: 'n', parts: ['stateKnown', "stateNotKnown'"] }],
    means: {
      n: kept,
      open: { sql: `${kept.sql} AND NOT custody_ended` },
      ...Object.fromEntries(
        (['ended', 'open'] as const).flatMap((of) => spans.map((span) => [`${of}${span.name}`, meant(of, span)])),
      ),
    },
    // To the hundredth, the curve says between its milestones on which day single people got out.
    rounded: milestones.map((day) => `heldAfter${day}`),
  },
};

const curveColumns = (when: string, ended: string, of: string[]) => [
  column('key', 'Day', 'key', 'days'),
  column('label', 'Day', 'label', null),
  column('atRisk', when, 'count', 'letters'),
  column('ended', ended, 'count', 'letters'),
  column('censored', 'Followed no further', 'count', 'letters'),
  column('stillHeld', 'Share still held', 'share', 'share', of),
];

/** What may leave of the curve: how many got out between a few fixed days, since each step of the whole is a person. */
const coarse: NonNullable<Definition['rows']> = {
  columns: curveColumns('Held and followed when it begins', 'Out again, or removed', ['atRisk', 'ended', 'censored']),
  of: (whole) => {
    const curve = curveOf(whole);
    let atRisk = whole.counts.n!;
    return spans.map((span) => {
      const [ended, censored] = [within(whole, span, 'ended'), within(whole, span, 'open')];
      const row = {
        key: String(span.key),
        label: span.days,
        atRisk,
        ended,
        censored,
        stillHeld: span.to === null ? null : heldAfter(curve, span.to),
      };
      atRisk -= ended + censored;
      return row;
    });
  },
};

/** The curve behind {@link custody}. */
export const custodyCurve: Definition = {
  name: 'custody-curve',
  title: 'Share still held after so many days',
  question: 'Of people kept at an appointment, what share is still held after so many days?',
  methods: [
    ...methods,
    `For the public it is told after ${milestones.join(', ')} days alone, in whole percents: each of its steps is a person.`,
  ],
  source: 'letters',
  where: 'detained',
  groupBy: null,
  fixed: true,
  value: days,
  measures: [count('n', 'Kept'), count('ended', 'Out again', 'custody_ended')],
  rows: {
    columns: [
      ...curveColumns('Held and followed until then', 'Out again, or removed, on that day', ['atRisk', 'ended']),
      column('stillHeldLow', 'At least', 'bound', 'share', ['atRisk', 'ended']),
      column('stillHeldHigh', 'At most', 'bound', 'share', ['atRisk', 'ended']),
    ],
    of: (whole) =>
      curveOf(whole).map(({ time, atRisk, ended, censored, survival, low, high }) => ({
        key: time,
        label: String(time),
        atRisk,
        ended,
        censored,
        stillHeld: survival,
        stillHeldLow: low,
        stillHeldHigh: high,
      })),
  },
  chart: {
    kind: 'steps',
    x: 'key',
    y: ['stillHeld'],
    low: 'stillHeldLow',
    high: 'stillHeldHigh',
    xLabel: 'Days',
    yLabel: 'Share still held',
  },
  publication: {
    rows: coarse,
    // Whoever is in one span and neither out nor lost is in the next.
    cells: spans.map(({ key }, at) => ({
      total: { key: String(key), column: 'atRisk' },
      parts: [
        { key: String(key), column: 'ended' },
        { key: String(key), column: 'censored' },
        ...spans.slice(at + 1, at + 2).map((next) => ({ key: String(next.key), column: 'atRisk' })),
      ],
    })),
    rounded: ['stillHeld'],
    running: ['stillHeld'],
    means: Object.fromEntries([
      ...spans.flatMap((span) => [
        [`atRisk@${span.key}`, span.from === 0 ? kept : { ...kept, of: `custody_days|${span.from}-` }],
        [`ended@${span.key}`, meant('ended', span)],
        [`censored@${span.key}`, meant('open', span)],
      ]),
    ]) as Record<string, { sql: string; of?: string }>,
  },
};
