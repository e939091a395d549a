import type { DemandedDocument } from '../letters/letter.values.js';
import { accompanierEnglish } from './summary.texts.accompanier.en.js';
import type { ScriptContext, Script, Wording } from './summary.texts.js';

const bring: Partial<Record<DemandedDocument, string>> = {
  immigration_documents: 'Immigration papers: only the ones your attorney chose with you.',
  valid_passport: 'Passport: only if your attorney tells you to. Officers may keep it.',
  travel_document: 'Travel document: only if your attorney tells you to. Officers may keep it.',
  photo_id: 'A photo ID, if you have one.',
  address_proof: 'Proof of address: only if your attorney tells you to.',
  birth_certificate: 'Birth certificate: a copy, and only if your attorney tells you to.',
  work_permit: 'Work permit, if you have one. Leave a copy at home.',
  court_papers: 'Court papers: only the ones your attorney chose with you.',
  children: 'The letter asks for your children. Talk to your attorney before you bring them.',
};

const mine = ({ attorney }: ScriptContext) => (attorney ? 'my attorney' : 'a lawyer');
const yours = ({ attorney }: ScriptContext) => (attorney ? 'your attorney' : 'a lawyer');

function numbers({ attorney, office }: ScriptContext): string {
  const known = [attorney, office].filter((one) => one?.phone).map((one) => `${one?.name}, ${one?.phone}`);
  return known.length > 0 ? known.join('; or ') : office.name;
}

const client: Script = {
  whatToBring: (context) => [
    'This paper. Keep the phone numbers on paper, not only in your phone.',
    ...(context.hasLetter ? ['The letter you got. Leave a copy at home.'] : []),
    ...context.documentsDemanded.flatMap((document) => bring[document] ?? []),
    'Copies, not originals, where your attorney told you so.',
    ...(context.g28 === 'signed_unfiled' || context.g28?.startsWith('filed')
      ? ['A copy of Form G-28, the paper that shows who your attorney is.']
      : []),
    'Any medicine you need that day, in its own box.',
  ],
  whatNotToBring: ({ documentsDemanded }) => [
    'False papers, or the papers of someone else.',
    'Names and addresses of other people, besides this paper.',
    ...(documentsDemanded.includes('children') ? [] : ['Your children, unless your attorney told you to.']),
    'Knives, tools or sprays. There is a security check at the door.',
  ],
  rights: (context) => [
    `You may have an attorney with you. Say: “I want to speak to ${mine(context)} before I answer.”`,
    'You have the right to stay silent. You do not have to say where you were born or how you came here.',
    `Do not sign anything before ${yours(context)} has read it. You may give up rights when you sign.`,
    'Never lie, and never show false papers. It is safer to say nothing.',
    'Ask: “Am I free to leave?” If they say yes, leave calmly.',
    'You may ask for an interpreter. Do not answer a question you do not understand.',
    'Stay calm. Do not run, push or argue.',
    'Learn one phone number by heart. Officers may take your phone and this paper.',
    ...(context.attorney ? [] : [`Talk to a lawyer before you go. Call ${numbers(context)}.`]),
  ],
  ifDetained: (context) => [
    `Say: “I want to call ${mine(context)}.” Call ${numbers(context)}.`,
    'Stay silent. Do not sign anything, above all no paper that says you agree to leave the country.',
    'If you are afraid to go back to your country, say so, and say it again to each officer.',
    `Tell the officers at once about any medicine you need${context.hasFamilyPlan ? ', and about children in your care' : ''}.`,
    'Ask where they are taking you. Your family can look for you at locator.ice.gov. They need your A-number and your country of birth.',
    'Calls from detention may be listened to. Talk about your case only with your attorney.',
    ...(context.hasFamilyPlan
      ? [
          context.caregivers.length > 0
            ? `Your plan for your children starts: ${context.caregivers.join('; ')}.`
            : 'Your plan for your children starts. Say who should pick them up.',
        ]
      : []),
    ...(context.hasFamilyPlan && context.newYork
      ? [
          'In New York, an official message about immigration enforcement, such as a call-in letter, can itself activate a standby guardian. Ask your attorney.',
        ]
      : []),
  ],
};

/** English, for all audiences. */
export const english: Wording = {
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  zonePlaces: { 'Etc/UTC': 'UTC' },
  precision: {
    week: (day) => `week of ${day}`,
    about: (day) => `about ${day}`,
    unknown: (day) => `${day}, not certain`,
  },
  titles: { client: 'For you', accompanier: 'For the accompanier', attorney: 'For the attorney' },
  headings: {
    appointment: 'Appointment',
    attorney: 'Attorney',
    person: 'Who this is about',
    identity: 'Identity',
    companions: 'Who goes along',
    letter: 'What the letter says',
    timeline: 'What happened when',
    posture: 'Immigration situation',
    ties: 'Family and health',
    familyPlan: 'Plan for the children',
    contacts: 'People to call',
    whatToBring: 'Bring',
    whatNotToBring: 'Leave at home',
    ifDetained: 'If detained',
  },
  rightsHeading: {
    client: 'Your rights in the meeting',
    accompanier: 'Your part, and the person’s rights',
    attorney: 'In the meeting',
  },
  labels: {
    name: 'Name',
    speaks: 'Speaks',
    interpreter: 'Interpreter',
    legalName: 'Legal name',
    aliases: 'Other names',
    aNumber: 'A-number',
    dateOfBirth: 'Born on',
    countryOfBirth: 'Born in',
    room: 'Room',
    askFor: 'Ask for',
    official: 'Named official',
    entrance: 'At the door',
    office: 'Office',
    noAttorney: 'No attorney yet',
    noNumber: 'no number on file',
    noAppointment: 'No appointment on file',
    plan: 'Plan',
    caregiver: 'Caregiver',
    schoolPickup: 'School',
    powerOfAttorney: 'Authority',
    convictions: 'Convictions',
    relief: 'Pending',
    status: 'Status',
    earlierLeftOut: 'Earlier entries left out.',
    moreInFile: 'There is more in the case file.',
    confidential: 'Confidential - return or destroy after the appointment',
  },
  page: (number, of) => `page ${number} of ${of}`,
  prepared: (by, organisation, at) => `Prepared by ${by}, ${organisation}, ${at}`,
  more: (count) => `and ${count} more in the case file`,
  appointmentKinds: {
    call_in_letter: 'Immigration appointment (call-in letter)',
    ice_check_in: 'Immigration check-in',
    high_risk_ice_check_in: 'Immigration check-in',
    osup_check_in: 'Supervision check-in',
    isap_visit: 'Supervision office visit',
    stay_or_deferred_action_request: 'Request for a stay',
    uscis_biometrics: 'USCIS fingerprint appointment',
    uscis_interview: 'USCIS interview',
    asylum_interview: 'Asylum interview',
    master_calendar: 'Immigration court: first hearing',
    individual_hearing: 'Immigration court: full hearing',
    bond_hearing: 'Immigration court: bond hearing',
    criminal_court: 'Criminal court',
    family_court: 'Family court',
    other: 'Appointment',
  },
  askFors: { deportation_officer: 'a deportation officer', named_officer: 'the officer named in the letter' },
  officialTitles: {
    supervisory_deportation_officer: 'supervisory deportation officer',
    deportation_officer: 'deportation officer',
    assistant_field_office_director: 'assistant field office director',
    field_office_director: 'field office director',
    special_agent: 'special agent',
  },
  statedReasons: {
    official_matter: 'Reason given: “an official matter”.',
    interview: 'Reason given: an interview.',
    case_review: 'Reason given: a case review.',
    check_in: 'Reason given: a check-in.',
    custody_review: 'Reason given: a custody review.',
    biometrics: 'Reason given: fingerprints and photo.',
    pick_up_documents: 'Reason given: to pick up documents.',
    removal: 'Reason given: to leave the country.',
    other: 'It gives another reason.',
    none_stated: 'It gives no reason.',
  },
  documents: {
    immigration_documents: 'immigration documents',
    valid_passport: 'a valid passport',
    this_letter: 'the letter',
    photo_id: 'a photo ID',
    travel_document: 'a travel document',
    address_proof: 'proof of address',
    birth_certificate: 'a birth certificate',
    work_permit: 'a work permit',
    court_papers: 'court papers',
    children: 'the children',
    other: 'other papers',
  },
  letterAsksFor: (documents) => `It asks for ${documents}.`,
  letterMentionsDetention: {
    yes: 'It says that detention is possible.',
    no: 'It does not say that detention is possible. It is.',
  },
  letterCites: {
    none: 'It names no law.',
    statute: 'It names a law.',
    regulation: 'It names a regulation.',
    order: 'It names an order.',
  },
  g28: {
    none: 'Form G-28 is not signed.',
    signed_unfiled: 'Form G-28 is signed, not handed in yet.',
    filed_ice: 'Form G-28 is filed with ICE.',
    filed_uscis: 'Form G-28 is filed with USCIS.',
    filed_eoir: 'Appearance is filed with the immigration court.',
  },
  companionRoles: {
    attorney: 'attorney',
    paralegal: 'paralegal',
    law_student: 'law student',
    leader: 'community leader',
    volunteer: 'volunteer',
    family: 'family',
    clergy: 'clergy',
    interpreter: 'interpreter',
    elected_official: 'elected official',
    other: 'companion',
  },
  unconfirmed: 'not confirmed yet',
  interpreters: {
    none: undefined,
    spoken: 'needed',
    asl: 'American Sign Language',
    other_sign_language: 'sign language (not ASL)',
  },
  client,
  accompanier: accompanierEnglish,
};
