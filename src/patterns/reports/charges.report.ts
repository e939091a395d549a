import { Problem } from '../../platform/http/problem.js';
import { growthOfRates, lengthsOf } from '../statistics/rates.js';
import type { Asked, Definition, Sql } from './definition.js';
import { column, count, shareOfAll } from './measures.js';

const shifted = (date: string, by: { days?: number; months?: number }): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + (by.months ?? 0));
  day.setUTCDate(day.getUTCDate() + (by.days ?? 0));
  return day.toISOString().slice(0, 10);
};

/** The two periods that are compared: what was asked for, else this month and the two before against the year before them. */
export function periodsOf({ query, today }: Asked) {
  const to = query.to ?? today;
  const from = query.from ?? shifted(`${to.slice(0, 7)}-01`, { months: -2 });
  const compareTo = query.compareTo ?? shifted(from, { days: -1 });
  const compareFrom = query.compareFrom ?? shifted(shifted(compareTo, { days: 1 }), { months: -12 });
  const earlier = { from: compareFrom, to: compareTo };
  const later = { from, to };
  const { unit, lengths } = lengthsOf(earlier, later);
  return { earlier, later, unit, lengths: { earlier: lengths[0]!, later: lengths[1]! } };
}

function comparison(asked: Asked): string[] {
  const { earlier, later, unit, lengths } = periodsOf(asked);
  const one = unit.slice(0, -1);
  const said = ({ from, to }: typeof later, length: number) =>
    `${from} to ${to} (${length} ${length === 1 ? one : unit})`;
  return [`${said(later, lengths.later)} is compared with ${said(earlier, lengths.earlier)}; rates are per ${one}.`];
}

const within =
  (which: 'earlier' | 'later'): Sql =>
  (asked, bind) => {
    const { from, to } = periodsOf(asked)[which];
    return `received_on >= ${bind(from)}::date AND received_on <= ${bind(to)}::date`;
  };

/** What people had been accused of, and how that changes. */
export const charges: Definition = {
  name: 'charges',
  title: 'Charges, and how they change',
  question: 'What were people accused of who got letters, and which of that is growing?',
  methods: [
    'Two periods are compared. Unless others are chosen, they are this month with the two before it, and the twelve months before those.',
    'Periods may differ in length, so rates are compared, never counts: per month where both periods are whole months, else per day. 1,323 in 12 months and 2,364 in 9 months is +138 %.',
    'The interval of the growth is the exact one for the ratio of two Poisson rates (Przyborowski and Wilenski).',
    'The same can be asked by kinds of charges in place of levels.',
  ],
  source: 'letters',
  groupBy: 'chargeLevel',
  compares: true,
  where: (asked, bind) => {
    const { earlier, later } = periodsOf(asked);
    return `received_on >= ${bind(earlier.from < later.from ? earlier.from : later.from)}::date
      AND received_on <= ${bind(earlier.to > later.to ? earlier.to : later.to)}::date`;
  },
  measures: [
    count('now', 'Letters in the period', within('later')),
    shareOfAll('shareNow', 'Share in the period', 'now'),
    count('before', 'Letters in the earlier period', within('earlier')),
    shareOfAll('shareBefore', 'Share in the earlier period', 'before'),
    {
      columns: [
        column('rateNow', 'Per month in the period', 'rate', 'ratio', ['now']),
        column('rateBefore', 'Per month in the earlier period', 'rate', 'ratio', ['before']),
        column('growth', 'Growth of the rate', 'rate', 'share', ['now', 'before']),
        column('growthLow', 'Growth: at least', 'bound', 'share', ['now', 'before']),
        column('growthHigh', 'Growth: at most', 'bound', 'share', ['now', 'before']),
      ],
      cells: ({ counts }, _, asked) => {
        const { lengths } = periodsOf(asked);
        const growth = growthOfRates(
          { n: counts.before!, length: lengths.earlier },
          { n: counts.now!, length: lengths.later },
        );
        return {
          rateNow: lengths.later > 0 ? counts.now! / lengths.later : null,
          rateBefore: lengths.earlier > 0 ? counts.before! / lengths.earlier : null,
          growth: growth?.growth ?? null,
          growthLow: growth?.low ?? null,
          growthHigh: growth?.high ?? null,
        };
      },
    },
  ],
  chart: { kind: 'bars', x: 'label', y: ['rateBefore', 'rateNow'], xLabel: '', yLabel: 'Letters per month' },
  heading: (asked) => (label) =>
    label.replace(/\bper month\b/i, (per) => (periodsOf(asked).unit === 'days' ? per.replace('month', 'day') : per)),
  publication: {
    sums: [{ total: "either'", parts: ['now', 'before'] }],
    present: "either'",
    notes: comparison,
    means: { now: { sql: 'true' }, before: { sql: 'true' } },
    periods: (asked) => {
      const { earlier, later } = periodsOf(asked);
      if (later.from <= earlier.to && earlier.from <= later.to)
        throw Problem.invalidField(
          'compareTo',
          'period.overlaps',
          'To be released, the two periods must not overlap: choose an earlier period that ends before the later begins.',
        );
      return { now: later, before: earlier };
    },
  },
  notes: (_, __, asked) => comparison(asked),
};
