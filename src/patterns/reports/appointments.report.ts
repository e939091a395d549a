import type { Definition } from './definition.js';
import { atEnforcement } from './features.report.js';
import { count, countKnown, quartiles, share, split, sum } from './measures.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** When people are called in. */
export const times: Definition = {
  name: 'times',
  title: 'Weekday and hour',
  question: 'On which days and at which hours are people told to come?',
  methods: ['Appointments with immigration enforcement that were not called off, by the clock of the place.'],
  source: 'appointments',
  where: atEnforcement,
  groupBy: 'hour',
  over: ['kind', 'weekday'],
  measures: [
    count('n', 'Appointments', 'true', 'appointments'),
    split(
      'n',
      weekdays.map((day, at) =>
        count(day, day.charAt(0).toUpperCase() + day.slice(1), `weekday = ${at + 1}`, 'appointments'),
      ),
    ),
  ],
  chart: { kind: 'heat', x: 'label', y: weekdays, xLabel: 'Hour', yLabel: 'Weekday' },
  publication: {},
};

/** How the day itself goes for those who come along. */
export const accompaniments: Definition = {
  name: 'accompaniments',
  title: 'Accompaniments closed on time',
  question: 'How often is somebody who was called in noted as out by the time agreed, and how long are people inside?',
  methods: [
    'Of appointments at which a time was agreed when the person was called in: noted as out by then, or the alarm rang. Whoever is still in and not overdue counts as not known.',
    'Minutes are from being called in to coming out, by the taps of the day.',
  ],
  source: 'appointments',
  where: atEnforcement,
  groupBy: 'month',
  value: 'inside_minutes',
  over: ['kind', 'accompanied', 'closed_on_time'],
  measures: [
    count('n', 'Appointments', 'true', 'appointments'),
    count('accompanied', 'Accompanied', 'accompanied', 'appointments'),
    count('known', 'With a time agreed', 'closed_on_time IS NOT NULL', 'appointments'),
    count('onTime', 'Out by then', 'closed_on_time', 'appointments'),
    share('onTimeShare', 'Share out by then', 'onTime', 'known'),
    countKnown('timed', 'Known how long inside', 'appointments'),
    quartiles('timed', 'minutes'),
  ],
  chart: { kind: 'bars', x: 'label', y: ['known', 'onTime'], xLabel: '', yLabel: 'Appointments' },
  publication: {
    sums: [
      { total: 'n', parts: ['accompanied', "alone'"] },
      { total: 'n', parts: ['known', "noTime'"] },
      { total: 'n', parts: ['timed', "untimed'"] },
    ],
  },
};

/** Strangers in waiting rooms. */
export const waitingRooms: Definition = {
  name: 'waiting-rooms',
  title: 'Waiting rooms',
  question: 'Who else was in the waiting rooms, with and without an attorney?',
  methods: [
    'Added up as they were counted by whoever was there; the same person may have been seen twice, and rooms that nobody visited are not in it.',
    'These are strangers: no case file, no name, no description.',
  ],
  source: 'venues',
  groupBy: 'week',
  measures: [
    count('n', 'Observations', 'true', 'records'),
    sum('attorneys', 'Attorneys seen', 'attorneys_seen'),
    sum('unrepresented', 'People without an attorney', 'unrepresented_seen'),
    sum('others', 'Others', 'others_seen'),
    sum('detained', 'Known to be kept', 'detained_known'),
  ],
  chart: {
    kind: 'line',
    x: 'label',
    y: ['attorneys', 'unrepresented'],
    xLabel: 'Week of',
    yLabel: 'People seen',
  },
  publication: {},
};

/** Whether reminders reach people. */
export const reminders: Definition = {
  name: 'reminders',
  title: 'Reminders delivered',
  question: 'How many of the reminders that were owed went out?',
  methods: [
    'Reminders whose time has come, by what became of them. A channel takes a message over; whether it was read, nobody knows.',
    'Counted from the reminders themselves: those of purged case files are gone, and with them their counts.',
  ],
  source: 'reminders',
  where: (asked, bind) => `due_at < ${bind(asked.today)}::date AND state NOT IN ('cancelled', 'superseded')`,
  groupBy: 'month',
  measures: [
    count('n', 'Owed', 'true', 'records'),
    count('delivered', 'Went out', `state IN ('sent', 'delivered', 'acknowledged', 'escalated')`, 'records'),
    count('failed', 'Could not be delivered', `state IN ('failed', 'carrier_blocked')`, 'records'),
    count('late', 'Too late to be of use', `state = 'skipped_past_due'`, 'records'),
    count('optedOut', 'Not wanted', `state = 'opted_out'`, 'records'),
    share('deliveredShare', 'Share that went out', 'delivered', 'n'),
  ],
  chart: { kind: 'bars', x: 'label', y: ['n', 'delivered'], xLabel: '', yLabel: 'Reminders' },
  inside: 'One person is owed many reminders, so that a count of more than ten may be about a single one.',
};
