import type { Definition } from './definition.js';
import { bins, count, countKnown, countWithin, quartiles, share, split } from './measures.js';

/** What happens to people who go. */
export const detained: Definition = {
  name: 'detained',
  title: 'Went, and were kept',
  question: 'Of those who followed a letter, how many were not let go again, with and without company and counsel?',
  methods: [
    'Of those who came and of whom it is known what became of them: detained, removed the same day or handed to another agency, against walked out.',
    'The interval of Wilson says where the true share may lie if these were a random draw; that of Clopper and Pearson never covers less than 95 %. 2 of 2 is 34.2-100 % and 15.8-100 %.',
    'The same can be asked by whether an attorney was admitted, by earlier removal orders, convictions, proceedings, a citizen spouse or representation.',
    'People who were kept may be heard of more often, or less, than people who were sent home. Groups differ in more than what they are grouped by.',
  ],
  source: 'letters',
  groupBy: 'accompanied',
  over: ['attended', 'detained'],
  measures: [
    count('n', 'Letters'),
    split('n', [
      count('attended', 'Came', 'attended'),
      count('stayedAway', 'Did not come', 'NOT attended'),
      count('notKnown', 'Not known whether they came', 'attended IS NULL'),
    ]),
    split('attended', [
      count('detained', 'Kept', 'attended AND detained'),
      count('walkedOut', 'Walked out', 'attended AND NOT detained'),
      count('fateUnknown', 'Not known what became of them', 'attended AND detained IS NULL'),
    ]),
    count('known', 'Came, and known what became of them', 'attended AND detained IS NOT NULL'),
    share('detainedShare', 'Share kept', 'detained', 'known'),
  ],
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['detainedShare'],
    low: 'detainedShareWilsonLow',
    high: 'detainedShareWilsonHigh',
    xLabel: '',
    yLabel: 'Share kept of those who came',
  },
  publication: { sums: [{ total: 'known', parts: ['detained', 'walkedOut'] }] },
};

/** Who is placed in removal proceedings, and when. */
export const proceedings: Definition = {
  name: 'proceedings',
  title: 'Placed in proceedings',
  question: 'How many were served a notice to appear after the letter, and after how many days?',
  methods: [
    'Counts a notice to appear (I-862) served after the letter and before the next one: as an event of custody, among the papers handed over at the appointment, or as its outcome.',
    'Where nothing is known of the appointment, nothing is known of proceedings either.',
  ],
  source: 'letters',
  groupBy: 'month',
  value: 'nta_days',
  over: ['in_proceedings'],
  measures: [
    count('n', 'Letters'),
    count('known', 'Known whether placed', 'in_proceedings IS NOT NULL'),
    // Of whoever was served papers, and of nobody else, it is known after how many days.
    countKnown('placed', 'Placed in proceedings'),
    share('placedShare', 'Share placed', 'placed', 'known'),
    quartiles('placed', 'days'),
  ],
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['placedShare'],
    low: 'placedShareWilsonLow',
    high: 'placedShareWilsonHigh',
    xLabel: '',
    yLabel: 'Share placed in proceedings',
  },
  publication: { sums: [{ total: 'n', parts: ['known', "notKnown'"] }] },
};

/** How much warning people get. */
export const notice: Definition = {
  name: 'notice',
  title: 'Days of notice',
  question: 'How many days are there between the arrival of the letter and the day on which to come?',
  methods: ['Days from arrival to the day that the letter names. Letters that name none are not in the quartiles.'],
  source: 'letters',
  groupBy: 'month',
  value: 'notice_days',
  measures: [
    count('n', 'Letters'),
    countKnown('known', 'Notice known'),
    quartiles('known', 'days'),
    countWithin('late', 'Arrived after the day', { from: null, to: -1 }),
    bins(
      'known',
      'letters',
      [
        { from: null, to: 2 },
        { from: 3, to: 7 },
        { from: 8, to: 14 },
        { from: 15, to: null },
      ],
      'days',
    ),
  ],
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['median'],
    low: 'q1',
    high: 'q3',
    xLabel: 'Arrived',
    yLabel: 'Days of notice',
  },
  publication: {
    sums: [
      { total: 'n', parts: ['known', "notKnown'"] },
      { total: 'upTo2', parts: ['late', "inTime'"] },
    ],
  },
};
