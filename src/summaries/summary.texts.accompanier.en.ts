import type { AccompanierWording, Script, ScriptContext } from './summary.texts.js';

function numbers({ attorney, office }: ScriptContext): string {
  const known = [attorney, office].filter((one) => one?.phone).map((one) => `${one?.name}, ${one?.phone}`);
  return known.length > 0 ? known.join('. No answer: ') : office.name;
}

/** A witness and a friend: sees, notes, calls; neither speaks for the person nor stands in anyone's way. */
const script: Script = {
  whatToBring: () => [
    'This paper, and a photo ID for the door.',
    'A pen and a notebook. A charged phone.',
    'Time: the wait can take the whole day.',
  ],
  whatNotToBring: () => [
    'Papers or names of other people you go along with.',
    'The person’s original papers: let the person or the attorney carry them.',
    'Anything that a security check would not let in.',
  ],
  rights: () => [
    'You are a witness, and company. You do not speak for the person.',
    'Do not give legal advice. Call the attorney with every question.',
    'Never lie to an officer, and never show false papers. You may stay silent, about yourself too.',
    'Do not block, touch or argue with officers. If they tell you to leave, leave and wait nearby.',
    'Not a US citizen? Talk to the office before you go.',
    'Write down times: arrived, called in, came out. Write down each officer’s name, title and badge number, and the words they use.',
    'Count the other people who wait: with an attorney, and without. Do not write down their names.',
    'Check in when you arrive, when the person is called in, and when the person comes out.',
    'Ask before you take a photo or record. Many federal buildings do not allow it.',
    'The person may stay silent, may ask for the attorney, need not sign anything the attorney has not read, and may ask: “Am I free to leave?”',
  ],
  ifDetained: (context) => [
    `Call ${context.attorney ? 'the attorney' : 'the office'} at once: ${numbers(context)}.`,
    'Check out as “did not come out”. This alerts the office.',
    'Ask the officers where the person is taken, and by which paper. Write down names, badge numbers and the time.',
    'If you can, say calmly to the person: “Stay silent. Do not sign anything. Ask for your attorney.”',
    'Tell officers at once about medicine the person needs.',
    ...(context.hasFamilyPlan
      ? [
          context.caregivers.length > 0
            ? `Start the plan for the children. Call ${context.caregivers.join('; ')}.`
            : 'Start the plan for the children: ask the office whom to call.',
        ]
      : []),
    'Tell only the people listed on this paper. Do not post about it.',
    'The locator (locator.ice.gov) needs the A-number and the country of birth. The office has both. A person may show up there only the next day.',
    'Do not sign or hand over anything for the person.',
  ],
};

const children = (count: number, which: string) => `${count} ${which}${count === 1 ? ' child' : ' children'}`;
const days = (count: number) => `${count} ${Math.abs(count) === 1 ? 'day' : 'days'}`;
const about = (isRough: boolean) => (isRough ? 'About ' : '');

/** English, for those who come along; counsel's copy has these sentences too. */
export const accompanierEnglish: AccompanierWording = {
  script,
  proceedings: {
    not_in_proceedings: 'not in proceedings',
    in_proceedings: 'in removal proceedings',
    withholding_only: 'in withholding-only proceedings',
    expedited_removal: 'in expedited removal',
    appeal_pending: 'appeal pending',
    final_order: 'final order of removal',
    closed_or_terminated: 'proceedings closed or terminated',
    unknown: 'proceedings not known',
    withheld: undefined,
  },
  removalOrders: {
    none: 'no removal order',
    outstanding: 'removal order outstanding',
    in_absentia: 'removal order in absentia',
    executed: 'earlier removal carried out',
    reinstated: 'earlier removal order reinstated',
    unknown: 'earlier orders not known',
    withheld: undefined,
  },
  supervision: { yes: 'on an order of supervision', no: 'no order of supervision' },
  asKnown: (day, facts) => (day ? `As known on ${day}: ${facts.join('; ')}.` : `As far as known: ${facts.join('; ')}.`),
  caregiverPlans: {
    none: 'no plan yet: make one before the appointment',
    informal: 'agreed in words only',
    designation_form: 'parental designation form signed',
    standby_guardian: 'standby guardian named',
    court_order: 'court order',
  },
  standbyGuardian:
    'In New York an official communication about immigration enforcement, a call-in letter among them, can itself activate a standby guardian.',
  outcomes: {
    released_no_conditions: 'let go, no conditions',
    rescheduled: 'new date given',
    placed_osup: 'order of supervision',
    placed_isap_ankle: 'ankle monitor',
    placed_isap_wrist: 'wrist monitor',
    placed_isap_app: 'phone app check-ins',
    placed_isap_phone: 'phone check-ins',
    nta_issued_released: 'notice to appear, let go',
    detained: 'detained',
    turned_away: 'turned away',
    did_not_attend_advised: 'did not attend, on advice',
    did_not_attend_other: 'did not attend',
    transferred_other_agency: 'handed to another agency',
    removed_same_day: 'removed the same day',
    unknown: 'outcome not known',
  },
  powersOfAttorney: { yes: 'power of attorney signed', no: 'no power of attorney' },
  ties: {
    spouse: 'Spouse is a US citizen or permanent resident.',
    citizenChildren: (count) => `${children(count, 'US citizen')}.`,
    childrenAtHome: (count) => `${children(count, 'minor')} at home.`,
    primaryCaregiver: 'Main person who cares for them.',
    medicalNeeds: (needs) => `Medical needs: ${needs}`,
  },
  fingerprintsTaken: 'Fingerprints taken',
  dateOnLetter: 'Date on the letter',
  gotLetter: 'Got the letter',
  lag: (count, isRough) => `${about(isRough)}${days(count)} from fingerprints to letter.`,
  notice: (count, isRough) => `${about(isRough)}${days(count)} from letter in hand to appointment.`,
};
