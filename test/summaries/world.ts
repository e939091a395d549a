import type { Clinic } from '../support/application.js';
import { type Answered, aPlaceId } from '../support/factories.js';

async function ok(answer: Promise<{ status: number; body: Answered }>): Promise<Answered> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

/** Gives the organisation a number to call back, and the attorney one too. */
export async function furnished(clinic: Clinic): Promise<void> {
  const { administrator, attorney } = clinic.as;
  const organization = await ok(administrator.get('/api/organization'));
  await ok(
    administrator.patch('/api/organization', organization.version, {
      callBackNumber: '+17185550199',
      collectsAddresses: true,
    }),
  );
  const user = await ok(administrator.get(`/api/users/${attorney.userId}`));
  await ok(
    administrator.patch(`/api/users/${attorney.userId}`, user.version, {
      displayName: 'ATTORNEYMARK',
      phone: '+17185550100',
    }),
  );
}

/** A case in which everything is known. Words in capitals are markers: each stands in one field only. */
export async function aFullCase(clinic: Clinic, person: object = {}) {
  const { as } = clinic;
  const client = await ok(
    as.attorney.post('/api/clients', {
      legalName: 'LEGALNAMEMARK Peña Ruiz',
      preferredName: 'PREFERREDMARK',
      aliases: 'ALIASMARK',
      dateOfBirth: '1977-11-23',
      phone: '+13475550190',
      phoneSafeToText: 'yes',
      email: 'emailmark@example.org',
      address: 'ADDRESSMARK 12, Bronx',
      language: 'es-DO',
      interpreter: 'spoken',
      county: 'bronx',
      aNumberState: 'has',
      aNumber: '98765432',
      countryOfBirth: 'BIRTHCOUNTRYMARK',
      postureKnownOn: '2018-02-27',
      proceedings: 'not_in_proceedings',
      priorRemovalOrder: 'none',
      orderOfSupervision: false,
      convictions: 'violation',
      pendingRelief: ['family_petition', 'vawa'],
      usCitizenOrLprSpouse: true,
      usCitizenChildren: 2,
      minorChildrenAtHome: 3,
      primaryCaregiver: true,
      medicalNeeds: 'MEDICALMARK insulin twice a day',
      caregiverPlan: 'designation_form',
      caregivers: [{ name: 'CAREGIVERMARK', relation: 'CAREGIVERTIEMARK', phone: '+13475550142', language: 'es' }],
      schoolPickup: 'SCHOOLMARK, 2:40 pm, side door',
      powerOfAttorney: true,
      g28: 'signed_unfiled',
      assignedAttorneyId: as.attorney.userId,
      emergencyContacts: [
        { name: 'TOLDMARK', relation: 'TOLDTIEMARK', phone: '+19295550111', language: 'es', mayBeToldAboutCase: true },
        { name: 'UNTOLDMARK', relation: 'UNTOLDTIEMARK', phone: '+19295550122', mayBeToldAboutCase: false },
      ],
      consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }],
      ...person,
    }),
  );
  const add = (path: string, body: object) => ok(as.attorney.post(`/api/clients/${client.id}/${path}`, body));
  await add('arrests', {
    arrestedOn: '2018-02-12',
    agency: 'nypd',
    precinct: 'PRECINCTMARK',
    chargeStatute: 'STATUTEMARK',
    chargeDescription: 'CHARGEMARK',
    chargeLevel: 'misdemeanor_a',
    disposition: 'acd',
    dispositionOn: '2018-02-27',
    notes: 'ARRESTNOTESMARK',
  });
  const print = await add('fingerprint-events', {
    takenOn: '2018-02-12',
    agency: 'nypd',
    reason: 'arrest',
    notes: 'PRINTNOTESMARK',
  });
  await add('fingerprint-events', { takenOn: '2015-05-05', agency: 'sheriff', reason: 'arrest', method: 'none' });
  const letter = await add('letters', {
    receivedOn: '2018-03-01',
    letterDatedOn: '2018-02-26',
    form: 'g_56',
    officialName: 'OFFICIALMARK',
    officialTitle: 'deportation_officer',
    askFor: 'deportation_officer',
    statedReason: 'official_matter',
    verbatim: 'VERBATIMMARK in connection with an official matter',
    authorityCited: 'none',
    mentionsDetention: 'no',
    documentsDemanded: ['immigration_documents', 'valid_passport', 'this_letter'],
    evidenceGrade: 'seen_original',
    trigger: 'arrest_print',
    confidence: 'probable',
    fingerprintEventId: print.id,
    notes: 'LETTERNOTESMARK',
  });
  await add('custody-events', {
    kind: 'bond_set',
    at: '2015-07-20T10:00:00Z',
    facilityId: await aPlaceId(clinic, 'Hudson', 'facilities'),
    amount: 7500,
    notes: 'CUSTODYNOTESMARK',
  });
  const placeId = await aPlaceId(clinic);
  const earlier = await add('appointments', { kind: 'ice_check_in', startsAt: '2017-09-05T13:00:00Z', placeId });
  await ok(
    as.attorney.post(`/api/appointments/${earlier.id}/outcome`, {
      outcome: 'rescheduled',
      debrief: 'DEBRIEFMARK',
      officers: 'OFFICERMARK',
    }),
  );
  const appointment = await add('appointments', {
    kind: 'call_in_letter',
    startsAt: '2018-03-08T14:00:00.000Z',
    placeId,
    room: 'ROOMMARK',
    letterId: letter.id,
  });
  const companion = (body: object) => ok(as.attorney.post(`/api/appointments/${appointment.id}/accompaniments`, body));
  await companion({ personName: 'ASKEDMARK', role: 'volunteer' });
  await companion({ personName: 'COMPANIONMARK', personPhone: '+16465550177', role: 'law_student', rsvp: 'yes' });
  await companion({ personName: 'REFUSEDMARK', role: 'clergy', rsvp: 'no' });
  await companion({ userId: as.accompanier.userId, role: 'leader', rsvp: 'yes' });
  return {
    clientId: client.id as string,
    code: client.code as string,
    placeId,
    earlier,
    appointment,
    add,
  };
}
