import type { CaseFacts } from '../../src/summaries/summary.types.js';

/** Only what a file has on its first day: a name, a letter, an appointment. */
export function sparseFacts(): CaseFacts {
  return {
    code: 'BX-7KQ4M',
    preparedAt: '2018-03-05T15:20:00Z',
    zone: 'America/New_York',
    preparedBy: 'Rosa Marte',
    organisation: { name: 'Bronx Clinic' },
    client: { legalName: 'José Peña' },
    appointment: {
      kind: 'call_in_letter',
      startsAt: '2018-03-08T14:00:00Z',
      zone: 'America/New_York',
      letterId: 'letter-1',
      place: { name: '201 Varick Street', addressLines: '201 Varick Street\nNew York, NY 10014' },
    },
    companions: [],
    arrests: [],
    fingerprints: [],
    letters: [
      {
        id: 'letter-1',
        receivedOn: '2018-03-01',
        receivedOnPrecision: 'exact',
        letterDatedOnPrecision: 'exact',
        postmarkedOnPrecision: 'exact',
      },
    ],
    earlierAppointments: [],
    custody: [],
  };
}

/** A file in which everything is known. Words in capitals are markers: each stands in one field only. */
export function fullFacts(): CaseFacts {
  const sparse = sparseFacts();
  return {
    ...sparse,
    preparedBy: 'PREPARERMARK',
    organisation: { name: 'ORGANISATIONMARK', callBackNumber: '+17185550199' },
    client: {
      legalName: 'LEGALNAMEMARK Peña Ruiz',
      preferredName: 'PREFERREDMARK',
      aliases: 'ALIASMARK',
      dateOfBirth: '1977-11-23',
      language: 'es-DO',
      interpreter: 'spoken',
      county: 'bronx',
      aNumberState: 'has',
      aNumber: '98765432',
      countryOfBirth: 'BIRTHCOUNTRYMARK',
      postureKnownOn: '2018-03-03',
      proceedings: 'not_in_proceedings',
      priorRemovalOrder: 'none',
      orderOfSupervision: false,
      convictions: 'qualifying_170',
      pendingRelief: ['family_petition', 'vawa'],
      usCitizenOrLprSpouse: true,
      usCitizenChildren: 2,
      minorChildrenAtHome: 3,
      primaryCaregiver: true,
      medicalNeeds: 'MEDICALMARK insulin twice a day',
      caregiverPlan: 'standby_guardian',
      caregivers: [{ name: 'CAREGIVERMARK', relation: 'CAREGIVERTIEMARK', phone: '+13475550142', language: 'es' }],
      schoolPickup: 'SCHOOLMARK, 2:40 pm, side door',
      powerOfAttorney: true,
      g28: 'signed_unfiled',
      emergencyContacts: [
        { name: 'TOLDMARK', relation: 'TOLDTIEMARK', phone: '+19295550111', language: 'es', mayBeToldAboutCase: true },
        { name: 'UNTOLDMARK', relation: 'UNTOLDTIEMARK', phone: '+19295550122', mayBeToldAboutCase: false },
        { name: 'UNASKEDMARK', relation: 'UNASKEDTIEMARK', phone: '+19295550133' },
      ],
    },
    attorney: { name: 'ATTORNEYMARK', phone: '+17185550100' },
    appointment: {
      kind: 'call_in_letter',
      startsAt: '2018-03-08T14:00:00Z',
      zone: 'America/New_York',
      room: 'ROOMMARK',
      letterId: 'letter-2',
      place: {
        name: 'PLACEMARK',
        addressLines: 'STREETMARK\nNew York, NY 10014',
        entranceNotes: 'ENTRANCEMARK: use the door on the side street.',
      },
    },
    companions: [
      { name: 'REFUSEDMARK', role: 'clergy', rsvp: 'no' },
      { name: 'ASKEDMARK', role: 'volunteer', rsvp: 'asked' },
      { name: 'COMPANIONMARK', phone: '+16465550177', role: 'law_student', rsvp: 'yes' },
    ],
    arrests: [
      {
        arrestedOn: '2018-02-12',
        arrestedOnPrecision: 'exact',
        agency: 'nypd',
        precinct: 'PRECINCTMARK',
        chargeStatute: 'STATUTEMARK',
        chargeDescription: 'CHARGEMARK',
        chargeLevel: 'misdemeanor_a',
        disposition: 'acd',
        dispositionOn: '2018-02-27',
        nextCourtOn: '2018-08-20',
      },
    ],
    fingerprints: [
      {
        id: 'print-0',
        takenOn: '2016-05-09',
        takenOnPrecision: 'exact',
        agency: 'licensing_vendor',
        reason: 'civil_inquiry',
        civilReason: 'guardianship',
      },
      { id: 'print-1', takenOn: '2018-02-12', takenOnPrecision: 'exact', agency: 'mta_police', reason: 'arrest' },
    ],
    letters: [
      {
        id: 'letter-2',
        receivedOn: '2018-03-01',
        receivedOnPrecision: 'exact',
        letterDatedOn: '2018-02-26',
        letterDatedOnPrecision: 'exact',
        postmarkedOn: '2018-02-28',
        postmarkedOnPrecision: 'exact',
        form: 'g_56',
        reportAt: '2018-03-08T14:00:00Z',
        zone: 'America/New_York',
        officialName: 'OFFICIALMARK',
        officialTitle: 'deportation_officer',
        askFor: 'deportation_officer',
        statedReason: 'official_matter',
        verbatim: 'VERBATIMMARK in connection with an official matter',
        authorityCited: 'none',
        mentionsDetention: 'no',
        documentsDemanded: ['immigration_documents', 'valid_passport', 'this_letter'],
        trigger: 'arrest_print',
        confidence: 'probable',
        fingerprintEventId: 'print-1',
      },
    ],
    earlierAppointments: [
      { kind: 'ice_check_in', startsAt: '2017-09-05T13:00:00Z', zone: 'America/New_York', outcome: 'rescheduled' },
      { kind: 'criminal_court', startsAt: '2018-02-13T14:30:00Z', zone: 'America/New_York' },
      { kind: 'family_court', startsAt: '2016-06-01T14:30:00Z', zone: 'America/New_York' },
    ],
    custody: [
      {
        kind: 'detained',
        at: '2015-07-01T10:00:00Z',
        zone: 'America/New_York',
        basis: '236a',
        facilityName: 'FACILITYMARK',
      },
      { kind: 'bond_set', at: '2015-07-20T10:00:00Z', zone: 'America/New_York', amount: 7500 },
    ],
  };
}

/** More of everything, and longer, than any form admits. */
export function overflowingFacts(): CaseFacts {
  const full = fullFacts();
  const long = (start: string, length: number) =>
    `${start} ${'wordy ordinary text that runs on and on '.repeat(length / 40)}`.slice(0, length);
  const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  const day = (at: number) => new Date(Date.UTC(2012, 0, 1 + at * 20)).toISOString();
  return {
    ...full,
    preparedBy: long('Preparer', 120),
    organisation: { name: long('Organisation', 200), callBackNumber: '+17185550199' },
    attorney: { name: long('Attorney', 200), phone: '+17185550100' },
    client: {
      ...full.client,
      legalName: `Maximiliana${'x'.repeat(190)}`,
      preferredName: long('Preferred', 200),
      aliases: long('Alias', 500),
      countryOfBirth: long('Country', 100),
      priorRemovalOrder: 'in_absentia',
      medicalNeeds: long('Medical', 5000),
      schoolPickup: long('School', 2000),
      caregivers: many(10, (at) => ({
        name: long(`Caregiver ${at}`, 200),
        relation: long('relation', 100),
        phone: '+13475550142',
        language: 'es',
      })),
      emergencyContacts: many(10, (at) => ({
        name: long(`Contact ${at}`, 200),
        relation: long('relation', 100),
        phone: `+1929555011${at}`,
        language: 'es',
        mayBeToldAboutCase: true,
      })),
      pendingRelief: ['family_petition', 'adjustment', 'asylum', 'withholding', 'cat', 'u', 't', 'vawa', 'sijs'],
    },
    appointment: {
      kind: 'call_in_letter',
      startsAt: '2018-03-08T14:00:00Z',
      zone: 'America/New_York',
      room: long('Room', 60),
      letterId: 'letter-2',
      place: {
        name: long('Place', 120),
        addressLines: many(6, (at) => long(`Line ${at}`, 45)).join('\n'),
        entranceNotes: long('Entrance', 1000),
      },
    },
    companions: many(30, (at) => ({
      name: long(`Companion ${at}`, 200),
      phone: '+16465550177',
      role: 'volunteer',
      rsvp: 'yes',
    })),
    letters: full.letters.map((letter) => ({
      ...letter,
      officialName: long('Official', 120),
      verbatim: long('Verbatim', 5000),
      documentsDemanded: [
        'immigration_documents',
        'valid_passport',
        'this_letter',
        'photo_id',
        'travel_document',
        'address_proof',
        'birth_certificate',
        'work_permit',
        'court_papers',
        'children',
        'other',
      ],
    })),
    earlierAppointments: many(60, (at) => ({
      kind: 'ice_check_in',
      startsAt: day(at),
      zone: 'America/New_York',
      outcome: 'placed_osup',
    })),
    arrests: many(20, (at) => ({
      arrestedOn: day(at * 3).slice(0, 10),
      arrestedOnPrecision: 'exact',
      chargeLevel: 'misdemeanor_a',
      chargeDescription: long('Charge', 200),
    })),
  };
}
