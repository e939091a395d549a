import type { CounselWording, Script, ScriptContext } from './summary.texts.js';

/** Reminders for counsel; not advice on the case. */
export const attorneyScript: Script = {
  whatToBring: (context) => [
    context.g28?.startsWith('filed')
      ? 'File copy of the G-28, and a fresh signed one.'
      : context.g28 === 'signed_unfiled'
        ? 'The signed G-28: hand it in before the client speaks.'
        : 'A G-28: have it signed before you go in.',
    'Bar card and photo ID.',
    ...(context.hasLetter ? ['The letter, and copies of what it asks for.'] : []),
    'Copies of proof of ties, health and pending filings.',
    ...(hasOrder(context) ? ['Form I-246 and proof for a stay; the motion to reopen, if there is one.'] : []),
  ],
  whatNotToBring: () => ['Originals, unless you decided to show them.', 'Other clients’ papers.'],
  rights: (context) => [
    'Hand in the G-28 first. Ask to be present at any questioning (8 CFR 292.5(b)). If refused: supervisor, name, title, reason, time.',
    context.authorityCited === 'none'
      ? 'The letter cites no authority: ask for it, and for the purpose.'
      : 'Ask for the purpose and the authority.',
    'Client stays silent on birth, nationality and entry, and signs nothing unread.',
    'Ask on the record: “Is my client free to leave?”',
    'An officer’s first word is not always the last: ask for the supervisor, and show ties.',
    'Note how many others wait, and how many have counsel.',
  ],
  ifDetained: (context) => [
    `Alert the office${context.office.phone ? `: ${context.office.phone}` : ''}. Note the place and minute of custody, and each officer’s name.`,
    'Ask for the basis and the papers: I-200 or I-205, I-286, I-862, or notice of reinstatement.',
    ...(hasOrder(context) || context.priorRemovalOrder === 'executed'
      ? []
      : [
          'Ask for release on recognizance, supervision or bond (INA 236(a)); review of custody by the immigration judge.',
        ]),
    ...(context.priorRemovalOrder === 'in_absentia'
      ? ['In absentia order: a motion to rescind stays removal when filed (INA 240(b)(5)(C)).']
      : []),
    ...(hasOrder(context) ? ['Order on file: request a stay (I-246) at once; consider a petition or motion.'] : []),
    ...(context.priorRemovalOrder === 'executed' || context.priorRemovalOrder === 'reinstated'
      ? ['Earlier removal: expect reinstatement (INA 241(a)(5)); ask for a reasonable fear interview.']
      : []),
    'Fear of return: say it on the record and ask for the interview.',
    'Consider habeas before transfer: transfers can follow within hours.',
    'Locator (locator.ice.gov): A-number and country of birth, or exact name and country of birth. Immigration court line: 1-800-898-7180.',
    'Demand medicine and care in writing.',
    ...(context.hasFamilyPlan
      ? [
          `Children: start the plan${context.caregivers.length > 0 ? ` (${context.caregivers.join('; ')})` : ''}.${context.newYork ? ' Standby guardian: SCPA 1726.' : ''}`,
        ]
      : []),
    'Tell only the contacts listed here.',
  ],
};

function hasOrder({ priorRemovalOrder }: ScriptContext): boolean {
  return (
    priorRemovalOrder === 'outstanding' || priorRemovalOrder === 'in_absentia' || priorRemovalOrder === 'reinstated'
  );
}

/** What only counsel's copy says, in English. */
export const counsel: CounselWording = {
  convictions: {
    none: 'none',
    violation: 'violation',
    misdemeanor: 'misdemeanor',
    felony: 'felony',
    qualifying_170: 'felony on the city’s list of about 170',
    unknown: 'not known',
    withheld: undefined,
  },
  reliefs: {
    family_petition: 'family petition',
    adjustment: 'adjustment of status',
    asylum: 'asylum',
    withholding: 'withholding of removal',
    cat: 'Convention against Torture',
    u: 'U status',
    t: 'T status',
    vawa: 'VAWA',
    sijs: 'special immigrant juvenile',
    daca: 'DACA',
    tps: 'TPS',
    cancellation: 'cancellation of removal',
    provisional_waiver: 'provisional waiver',
    motion_to_reopen: 'motion to reopen',
    appeal: 'appeal',
    other: 'other filing',
    none: 'nothing',
    unknown: 'not known',
  },
  aNumberStates: { none: 'has none', unknown: 'not known', withheld: 'not written down' },
  letterForms: {
    g_56: 'call-in letter (G-56)',
    unnumbered_call_in: 'call-in letter (no form number)',
    i_220b_reporting: 'reporting notice (I-220B)',
    isap_notice: 'supervision notice (ISAP)',
    i_200: 'warrant of arrest (I-200)',
    i_205: 'warrant of removal (I-205)',
    i_166: 'notice to surrender (I-166)',
    i_340: 'notice to the bond’s obligor (I-340)',
    i_247a: 'detainer (I-247A)',
    nta_i_862: 'notice to appear (I-862)',
    hearing_notice: 'hearing notice',
    uscis_notice: 'USCIS notice',
    subpoena: 'subpoena',
    other: 'letter',
    unknown: 'letter',
  },
  triggers: {
    arrest_print: 'fingerprints at an arrest',
    civil_print: 'fingerprints for a civil reason',
    pending_application: 'a pending application',
    denied_application: 'a denied application',
    prior_order: 'an earlier order',
    unknown: undefined,
  },
  confidences: { documented: 'documented', probable: 'probable', possible: 'possible' },
  fingerprintAgencies: {
    nypd: 'NYPD',
    mta_police: 'MTA police',
    port_authority_police: 'Port Authority police',
    state_police: 'state police',
    sheriff: 'sheriff',
    other_police: 'other police',
    jail_or_prison: 'jail or prison',
    court: 'court',
    probation_or_parole: 'probation or parole',
    licensing_vendor: 'licensing vendor',
    uscis: 'USCIS',
    ice: 'ICE',
    cbp: 'CBP',
    other_federal: 'other federal agency',
    other: 'other agency',
    unknown: undefined,
  },
  fingerprintReasons: {
    arrest: 'at an arrest',
    jail_admission: 'on admission to jail',
    criminal_inquiry: 'in a criminal inquiry',
    juvenile: 'as a juvenile',
    release: 'on release',
    probation_parole: 'for probation or parole',
    registry: 'for a registry',
    civil_inquiry: 'for a civil reason',
    immigration_biometrics: 'for an immigration filing',
    border_or_entry: 'by border officers',
    unknown: undefined,
  },
  civilReasons: {
    adoption: 'adoption',
    guardianship: 'guardianship',
    custody: 'custody',
    foster_care: 'foster care',
    household_member: 'household member',
    employment_licence: 'work licence',
    security_guard: 'security guard',
    tlc: 'taxi licence',
    childcare: 'childcare',
    home_health: 'home health care',
    school: 'school',
    firearm: 'firearm',
    record_review: 'review of own record',
    other: 'other',
  },
  arrestAgencies: {
    nypd: 'NYPD',
    mta_police: 'MTA police',
    port_authority_police: 'Port Authority police',
    state_police: 'state police',
    sheriff: 'sheriff',
    court_officers: 'court officers',
    federal: 'federal officers',
    other: 'other agency',
    unknown: undefined,
  },
  chargeLevels: {
    traffic_infraction: 'traffic infraction',
    violation: 'violation',
    misdemeanor_unclassified: 'unclassified misdemeanor',
    misdemeanor_b: 'B misdemeanor',
    misdemeanor_a: 'A misdemeanor',
    felony_e: 'E felony',
    felony_d: 'D felony',
    felony_c: 'C felony',
    felony_b: 'B felony',
    felony_a: 'A felony',
    unknown: 'level not known',
  },
  dispositions: {
    pending: 'pending',
    declined: 'prosecution declined',
    dismissed: 'dismissed',
    acd: 'adjourned in contemplation of dismissal',
    plea_violation: 'plea to a violation',
    plea_misdemeanor: 'plea to a misdemeanor',
    plea_felony: 'plea to a felony',
    convicted: 'convicted',
    acquitted: 'acquitted',
    youthful_offender: 'youthful offender',
    sealed: 'sealed',
    unknown: 'outcome not known',
  },
  custodyKinds: {
    detained: 'Detained',
    transferred: 'Transferred',
    nta_served: 'Notice to appear served',
    bond_set: 'Bond set',
    bond_posted: 'Bond posted',
    bond_denied: 'Bond denied',
    hearing: 'Hearing',
    fear_interview: 'Fear interview',
    removal_ordered: 'Removal ordered',
    stay_filed: 'Stay requested',
    stay_decided: 'Stay decided',
    habeas_filed: 'Habeas filed',
    habeas_decided: 'Habeas decided',
    released: 'Released',
    removed: 'Removed',
    located: 'Found in custody',
    not_located: 'Not found in custody',
  },
  custodyBases: {
    '236a': 'INA 236(a)',
    '236c': 'INA 236(c)',
    '235b': 'INA 235(b)',
    '238': 'INA 238',
    '241': 'INA 241',
    unknown: undefined,
  },
};
