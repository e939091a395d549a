import { evidenceGrades } from '../../letters/letter.values.js';
import type { Definition } from './definition.js';
import { count, share, shareOfAll, split, together } from './measures.js';
import { evidenceGradeWords } from './values.words.js';

const camel = (value: string) => value.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Letters over time, by how well each is documented. */
export const letters: Definition = {
  name: 'letters',
  title: 'Letters, by how well they are documented',
  question: 'How many letters reached us, when, and how sure are we of each?',
  methods: [
    'Each letter counts once, in the month or week in which it arrived. A person with two letters counts twice.',
    'Documented is what somebody here has seen (original or copy) or what an attorney vouches for.',
  ],
  source: 'letters',
  groupBy: 'month',
  over: ['evidence_grade'],
  measures: [
    count('n', 'Letters'),
    split(
      'n',
      evidenceGrades.map((grade) => count(camel(grade), evidenceGradeWords[grade][0], `evidence_grade = '${grade}'`)),
    ),
    together('documented', 'Documented', ['seenOriginal', 'seenCopy', 'attorneyAttested']),
    share('documentedShare', 'Share documented', 'documented', 'n'),
  ],
  chart: {
    kind: 'stacked',
    x: 'label',
    y: evidenceGrades.map(camel),
    xLabel: 'Arrived',
    yLabel: 'Letters',
  },
  publication: {
    means: { documented: { sql: `evidence_grade IN ('seen_original', 'seen_copy', 'attorney_attested')` } },
  },
};

/** Who sends letters, where to and in whose name. */
export const offices: Definition = {
  name: 'offices',
  title: 'Offices, places and titles',
  question: 'Which offices send the letters, where do they call people to, and what is the title of whoever signs?',
  methods: ["Each letter counts once. The same can be asked by place, and by the official's title."],
  source: 'letters',
  groupBy: 'office',
  measures: [count('n', 'Letters'), shareOfAll('shareOfAll', 'Share of all letters', 'n')],
  chart: { kind: 'bars', x: 'label', y: ['n'], xLabel: '', yLabel: 'Letters' },
  publication: {},
};
