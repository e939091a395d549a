import { describe, expect, it } from '@jest/globals';
import { comparedWith } from '../../src/patterns/release/earlier-releases.js';
import { countedBy } from '../../src/patterns/release/meanings.js';
import { isNobody, isWithin } from '../../src/patterns/release/population.js';
import type { PlacedFigure } from '../../src/patterns/release/release-figures.js';

const year = { from: '2018-01-01', to: '2018-12-31' };
const counted = (report: string, column: string, facts: Record<string, string | boolean | null> = {}) =>
  countedBy(report, column, { ...year, facts })!;
const isPart = (one: ReturnType<typeof counted>, of: ReturnType<typeof counted>) =>
  one.kind === of.kind && isWithin(one.population, of.population);

describe('Figures of releases', () => {
  it.each([
    ['an answer that is known', counted('letter-text', 'known', { '~key': 'authorityCited' }), counted('letters', 'n')],
    [
      'a demand, of letters of which it is known what they demand',
      counted('letter-text', 'yes', { '~key': 'demands_valid_passport' }),
      counted('letter-text', 'known', { '~key': 'demands_valid_passport' }),
    ],
    ['who was kept', counted('custody', 'n', { county: 'bronx' }), counted('overview', 'attended')],
    ['who got out within a week', counted('custody-curve', 'ended', { '~key': '7' }), counted('custody', 'ended')],
    ['8 to 14 days', counted('lag', 'days8To14'), counted('recent-prints', 'printed')],
    ['whose papers were served', counted('proceedings', 'placed'), counted('proceedings', 'known')],
    ['an outcome', counted('letters', 'n', { outcome: 'detained' }), counted('detained', 'detained')],
  ])('are a part of others where their facts say more: %s', (_, one, other) => {
    expect([isPart(one, other), isPart(other, one)]).toEqual([true, false]);
  });

  it.each([
    ['letters', 'seenCopy', { evidenceGrade: 'hearsay' }, true],
    ['letters', 'hearsay', { evidenceGrade: 'hearsay' }, false],
    ['detained', 'detained', { outcome: 'released_no_documents' }, true],
    ['detained', 'stayedAway', { outcome: 'detained' }, true],
    ['detained', 'detained', { outcome: 'unknown' }, false],
    ['posture', 'no', { '~key': 'reliefPending', pendingRelief: true }, true],
  ])('are known to be 0 where their facts contradict each other: %s.%s of %j', (report, column, facts, known) => {
    const figure: PlacedFigure = {
      row: 0,
      column,
      population: { ...year, facts },
      counted: counted(report, column, facts),
      value: 0,
      state: 'open',
      least: 0,
    };
    expect(isNobody(figure.counted!.population)).toBe(known);
    const { figures } = comparedWith([{ figures: [figure], equations: [] }], [], 11);
    expect(figures[0]!.state).toBe(known ? 'out' : 'open');
  });
});
