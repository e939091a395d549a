import type { Intake } from '../../src/intake/intake.dto.js';
import type { RecordOutcome } from '../../src/appointments/live.dto.js';

/** Ids of the reference lists that the invented cases point at. */
export interface Lists {
  varick: string;
  federalPlaza: string;
  officeVarick: string;
  hudson: string;
  bergen: string;
  attorney: string;
  accompanier: string;
}

export interface DemoCase {
  page: Intake;
  outcome?: RecordOutcome;
  /** Custody that followed: kind, instant, and the facility by its name in {@link Lists}. */
  custody?: {
    kind: 'detained' | 'transferred' | 'bond_set' | 'released';
    at: string;
    facility?: 'hudson' | 'bergen';
    amount?: number;
    releaseReason?: 'bonded_out';
  }[];
}

const day = (date: string, offset: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);

type Part = Record<string, unknown>;

interface Told {
  name: string;
  arrestedOn: string;
  /** Days from the print to the date of the letter. */
  lag: number;
  client?: Part;
  arrest?: Part | null;
  print?: Part;
  letter?: Part;
  /** Days from the letter's arrival to the appointment; none was made where nobody could say. */
  notice?: number | null;
  hour?: string;
}

/** The letter as the attorneys described it; each case says what was different. */
function caseOf(lists: Lists, told: Told): Intake {
  const { name, arrestedOn, lag, client = {}, arrest = {}, print = {}, letter = {}, notice = 7, hour = '14:00' } = told;
  const dated = day(arrestedOn, lag);
  const received = day(dated, 3);
  const page = {
    client: {
      legalName: name,
      county: 'bronx',
      language: 'es',
      channel: 'in_person_only',
      intakeSource: 'arraignment',
      representation: 'full',
      assignedAttorneyId: lists.attorney,
      proceedings: 'not_in_proceedings',
      priorRemovalOrder: 'none',
      convictions: 'none',
      postureKnownOn: received,
      consents: [
        { kind: 'record_keeping', givenOn: received },
        { kind: 'aggregate_internal', givenOn: received },
      ],
      ...client,
    },
    ...(arrest === null
      ? {}
      : {
          arrest: {
            arrestedOn,
            agency: 'nypd',
            county: 'bronx',
            process: 'desk_appearance_ticket',
            release: 'precinct_release',
            chargeStatute: 'PL 221.10',
            chargeDescription: 'Criminal possession of marihuana in the fifth degree',
            chargeLevel: 'misdemeanor_b',
            chargeCategory: 'drug_or_marijuana',
            printBasis: 'penal_law_misdemeanor',
            disposition: 'pending',
            ...arrest,
          },
        }),
    fingerprintEvent: {
      takenOn: arrestedOn,
      agency: 'nypd',
      method: 'livescan',
      reason: 'arrest',
      hitType: 'unknown',
      ...print,
    },
    letter: {
      letterDatedOn: dated,
      receivedOn: received,
      form: 'g_56',
      delivery: 'usps_first_class',
      addressedTo: 'client',
      issuingOfficeId: lists.officeVarick,
      reportingPlaceId: lists.varick,
      ...(notice === null ? {} : { reportAt: `${day(received, notice)}T${hour}:00Z` }),
      officialTitle: 'supervisory_deportation_officer',
      askFor: 'deportation_officer',
      statedReason: 'official_matter',
      verbatim:
        'Please come to the office shown above in connection with an official matter. Ask for: a deportation officer. Bring: Any Immigration Documents, Valid Passport and This Letter.',
      authorityCited: 'none',
      mentionsDetention: 'no',
      documentsDemanded: ['immigration_documents', 'valid_passport', 'this_letter'],
      sequence: 'first',
      evidenceGrade: 'seen_original',
      decision: 'attend_with_counsel',
      ...letter,
    },
    ...(notice === null
      ? {}
      : { appointment: {}, accompaniments: [{ userId: lists.accompanier, role: 'volunteer', rsvp: 'yes' }] }),
  };
  return page as Intake;
}

const detained: RecordOutcome = {
  outcome: 'detained',
  attorneyAdmitted: 'refused',
  officerInitialStatement: 'will_be_detained',
  documentsReceived: ['i_862', 'i_200', 'i_286'],
};

/**
 * Invented people, modelled on what was reported of early 2018: six cases documented by attorneys, and four of which a
 * partner organisation had heard. No name, date or place of a real person's case is in here.
 */
export function demoCases(lists: Lists): DemoCase[] {
  return [
    {
      page: caseOf(lists, {
        name: 'Demo Marisol Quetzal',
        arrestedOn: '2018-01-22',
        lag: 14,
        client: {
          usCitizenOrLprSpouse: true,
          usCitizenChildren: 1,
          minorChildrenAtHome: 1,
          pendingRelief: ['family_petition', 'adjustment'],
          g28: 'filed_uscis',
          ageBand: '25_34',
          preferredName: 'Marisol',
        },
        arrest: {
          chargeStatute: 'PL 165.15(3)',
          chargeDescription: 'Theft of services',
          chargeLevel: 'misdemeanor_a',
          chargeCategory: 'fare_evasion',
        },
      }),
      outcome: {
        ...detained,
        officerInitialStatement: 'will_be_released',
        supervisorReversed: true,
        attorneyAdmitted: 'yes',
        debrief: 'The first officer said that she would be released. A supervisor came in and reversed it.',
        venue: { attorneysSeen: 0, unrepresentedSeen: 0 },
      },
      custody: [
        { kind: 'detained', at: '2018-02-15T17:30:00Z' },
        { kind: 'transferred', at: '2018-02-15T23:00:00Z', facility: 'hudson' },
        { kind: 'bond_set', at: '2018-03-20T15:00:00Z', amount: 7500 },
        { kind: 'released', at: '2018-03-23T20:00:00Z', releaseReason: 'bonded_out' },
      ],
    },
    {
      page: caseOf(lists, {
        name: 'Demo Ernesto Ocelote',
        arrestedOn: '2018-01-29',
        lag: 15,
        client: { ageBand: '35_44', usCitizenChildren: 2, minorChildrenAtHome: 2 },
        arrest: {
          chargeStatute: 'VTL 511(1)',
          chargeDescription: 'Aggravated unlicensed operation in the third degree',
          chargeLevel: 'misdemeanor_unclassified',
          chargeCategory: 'traffic',
        },
      }),
      outcome: { ...detained, venue: { attorneysSeen: 4, unrepresentedSeen: 5 } },
      custody: [
        { kind: 'detained', at: '2018-02-23T16:00:00Z' },
        { kind: 'transferred', at: '2018-02-24T02:00:00Z', facility: 'bergen' },
      ],
    },
    {
      page: caseOf(lists, {
        name: 'Demo Lucero Guacamaya',
        arrestedOn: '2018-02-01',
        lag: 13,
        client: { county: 'kings', ageBand: '18_24', intakeSource: 'referral' },
        arrest: {
          county: 'kings',
          chargeStatute: 'PL 155.25',
          chargeDescription: 'Petit larceny',
          chargeLevel: 'misdemeanor_a',
          chargeCategory: 'theft',
        },
      }),
      outcome: detained,
      custody: [
        { kind: 'detained', at: '2018-02-24T16:30:00Z' },
        { kind: 'transferred', at: '2018-02-25T01:00:00Z', facility: 'hudson' },
      ],
    },
    {
      page: caseOf(lists, {
        name: 'Demo Aurelio Tecolote',
        arrestedOn: '2018-01-16',
        lag: 12,
        client: {
          intakeSource: 'court',
          priorRemovalOrder: 'executed',
          proceedings: 'unknown',
          ageBand: '35_44',
          usCitizenChildren: 1,
        },
        arrest: null,
        print: {
          agency: 'court',
          method: 'unknown',
          reason: 'civil_inquiry',
          civilReason: 'custody',
          hitType: 'prior_deportation_flag',
        },
      }),
      outcome: detained,
      custody: [{ kind: 'detained', at: '2018-02-07T15:00:00Z' }],
    },
    {
      page: caseOf(lists, {
        name: 'Demo Yesenia Colibri',
        arrestedOn: '2018-02-05',
        lag: 14,
        client: { county: 'queens', ageBand: '25_34', usCitizenOrLprSpouse: true },
        arrest: {
          county: 'queens',
          chargeStatute: 'PL 120.00(1)',
          chargeDescription: 'Assault in the third degree',
          chargeLevel: 'misdemeanor_a',
          chargeCategory: 'assault',
        },
        notice: 9,
      }),
      outcome: {
        outcome: 'placed_osup',
        attorneyAdmitted: 'yes',
        officerInitialStatement: 'will_be_released',
        documentsReceived: ['i_220b', 'next_appointment'],
      },
    },
    {
      page: caseOf(lists, {
        name: 'Demo Fidel Cenzontle',
        arrestedOn: '2018-02-12',
        lag: 16,
        client: { ageBand: '45_54' },
        letter: { decision: 'declined_after_advice' },
      }),
      outcome: { outcome: 'did_not_attend_advised' },
    },
    // Heard of from a partner: little is known, and it is written down as hearsay.
    ...(
      [
        ['Demo Partner First', '2018-01-25', 14],
        ['Demo Partner Second', '2018-02-02', 17],
        ['Demo Partner Third', '2018-02-08', 11],
        ['Demo Partner Fourth', '2018-02-14', 14],
      ] as const
    ).map(([name, arrestedOn, lag]): DemoCase => ({
      page: caseOf(lists, {
        name,
        arrestedOn,
        lag,
        client: {
          representation: 'referred',
          intakeSource: 'referral',
          proceedings: 'unknown',
          priorRemovalOrder: 'unknown',
          convictions: 'unknown',
          assignedAttorneyId: null,
        },
        arrest: {
          chargeStatute: null,
          chargeDescription: null,
          chargeLevel: 'unknown',
          chargeCategory: null,
          printBasis: null,
          disposition: 'unknown',
        },
        letter: {
          evidenceGrade: 'hearsay',
          verbatim: null,
          officialTitle: null,
          documentsDemanded: null,
          reachedUsVia: 'partner',
          decision: null,
          authorityCited: null,
          mentionsDetention: 'unknown',
        },
        notice: null,
      }),
    })),
  ];
}
