import { demandedDocuments } from '../../letters/letter.values.js';
import type { Definition, Feature } from './definition.js';
import { documentWords } from './values.words.js';
import { count } from './measures.js';

interface Answer {
  yes: string;
  known: string;
}

/** A choice that is known unless it is null or `unknown`. */
const chosen = (column: string, ...values: string[]): Answer => ({
  yes:
    values.length === 1 ? `${column} = '${values[0]}'` : `${column} IN (${values.map((one) => `'${one}'`).join(', ')})`,
  known: `${column} <> 'unknown'`,
});
/** Yes or no, null where nobody knows. */
const flag = (column: string): Answer => ({ yes: column, known: `${column} IS NOT NULL` });
const feature = (name: string, label: string, answer: Answer): Feature => ({ name, label, ...answer });

const shape = {
  groupBy: null,
  fixed: true,
  chart: {
    kind: 'interval',
    x: 'label',
    y: ['share'],
    low: 'shareWilsonLow',
    high: 'shareWilsonHigh',
    xLabel: '',
    yLabel: 'Share',
  },
} as const satisfies Partial<Definition>;

const howCounted = 'Each row is a question of its own: of the letters of which the answer is known, how many say yes.';

/** Who the people are, as far as it says how little called for a letter. */
export const posture: Definition = {
  ...shape,
  name: 'posture',
  title: 'Standing and ties of those who got letters',
  question: 'How many had no removal order, no conviction, a citizen spouse, relief pending?',
  methods: [howCounted],
  source: 'letters',
  over: [
    'prior_removal_order',
    'convictions',
    'proceedings',
    'representation',
    'order_of_supervision',
    'pending_relief_any',
    'us_citizen_or_lpr_spouse',
    'us_citizen_children',
    'minor_children_at_home',
    'primary_caregiver',
  ],
  measures: [count('n', 'Letters')],
  features: [
    feature('noRemovalOrder', 'No earlier removal order', chosen('prior_removal_order', 'none')),
    feature('noConviction', 'No conviction', chosen('convictions', 'none')),
    feature('notInProceedings', 'Not in proceedings', chosen('proceedings', 'not_in_proceedings')),
    feature('orderOfSupervision', 'Under an order of supervision', flag('order_of_supervision')),
    feature('reliefPending', 'Relief pending', flag('pending_relief_any')),
    feature('spouse', 'Spouse a citizen or permanent resident', flag('us_citizen_or_lpr_spouse')),
    feature('citizenChildren', 'Children who are citizens', flag('us_citizen_children')),
    feature('childrenAtHome', 'Minor children at home', flag('minor_children_at_home')),
    feature('caregiver', 'Primary caregiver', flag('primary_caregiver')),
    feature('represented', 'Represented', chosen('representation', 'limited', 'full', 'co_counsel')),
  ],
  publication: {},
};

/** What the letters say, and leave out. */
export const letterText: Definition = {
  ...shape,
  name: 'letter-text',
  title: 'What the letters say',
  question: 'How many letters cite an authority, mention detention, and what do they tell people to bring?',
  methods: [howCounted, 'Demands are counted among the letters of which it was written down what they demand.'],
  source: 'letters',
  over: ['authority_cited', 'mentions_detention', 'stated_reason', 'ask_for', 'documents_demanded'],
  measures: [count('n', 'Letters')],
  features: [
    feature('authorityCited', 'Cites an authority', {
      yes: `authority_cited <> 'none'`,
      known: 'authority_cited IS NOT NULL',
    }),
    feature('mentionsDetention', 'Says that detention is possible', chosen('mentions_detention', 'yes')),
    feature('officialMatter', 'Gives only "an official matter" as reason', {
      yes: `stated_reason = 'official_matter'`,
      known: 'stated_reason IS NOT NULL',
    }),
    feature('asksForOfficer', 'Asks for "a deportation officer"', {
      yes: `ask_for = 'deportation_officer'`,
      known: 'ask_for IS NOT NULL',
    }),
    ...demandedDocuments.map((paper) =>
      feature(`demands_${paper}`, `Demands: ${documentWords[paper][0]}`, {
        yes: `'${paper}' = ANY (documents_demanded)`,
        known: 'documents_demanded IS NOT NULL',
      }),
    ),
  ],
  // Of the same letters it is known what they demand, whichever paper it is.
  publication: {
    cells: demandedDocuments.slice(1).map((paper) => ({
      total: { key: `demands_${demandedDocuments[0]}`, column: 'known' },
      parts: [{ key: `demands_${paper}`, column: 'known' }],
    })),
  },
};

/** Appointments with immigration enforcement, as opposed to courts and benefits. */
export const atEnforcement = `kind IN ('call_in_letter', 'ice_check_in', 'high_risk_ice_check_in', 'osup_check_in', 'isap_visit', 'stay_or_deferred_action_request')`;

const asked = `attorney_admitted IN ('yes', 'refused', 'partly')`;
/** Of those of whom an officer said so: whether it came otherwise. */
const said = (what: string, otherwise: string): Answer => ({
  yes: `officer_initial_statement = 'will_be_${what}' AND ${otherwise}`,
  known: `officer_initial_statement = 'will_be_${what}' AND detained IS NOT NULL`,
});

/** How attorneys and officers' words fare. */
export const counsel: Definition = {
  ...shape,
  name: 'counsel',
  title: 'Counsel and officers',
  question: 'How often is an attorney refused, and how often does what an officer first says not come true?',
  methods: [
    'Each row is a question of its own, over appointments with immigration enforcement of which the answer is known.',
    'Refused, or admitted in part: of the appointments at which an attorney asked to come in.',
  ],
  source: 'appointments',
  where: atEnforcement,
  over: ['kind', 'attorney_admitted', 'supervisor_reversed', 'officer_initial_statement', 'detained'],
  measures: [count('n', 'Appointments', 'true', 'appointments')],
  features: [
    feature('refused', 'Counsel refused', { yes: `attorney_admitted = 'refused'`, known: asked }),
    feature('partly', 'Counsel admitted in part only', { yes: `attorney_admitted = 'partly'`, known: asked }),
    feature('reversed', "Officer's first statement reversed by a supervisor", flag('supervisor_reversed')),
    feature('saidReleased', 'Kept, though an officer had said they would be let go', said('released', 'detained')),
    feature('saidDetained', 'Let go, though an officer had said they would be kept', said('detained', 'NOT detained')),
  ],
  // Refused, admitted in part or admitted: of the same appointments.
  publication: {
    cells: [
      { total: { key: 'refused', column: 'known' }, parts: [{ key: 'partly', column: 'known' }] },
      {
        total: { key: 'refused', column: 'known' },
        parts: [
          { key: 'refused', column: 'yes' },
          { key: 'partly', column: 'yes' },
          { key: 'refused', column: "admitted'" },
        ],
      },
    ],
  },
};
