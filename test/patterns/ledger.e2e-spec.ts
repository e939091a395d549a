import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Clinic } from '../support/application.js';
import { aCase, aCustodyEvent, anAppointment, anArrest, aLetter, aPlaceId, aPrint } from '../support/factories.js';
import { aPage, eachInAClinic, ledgerOf, patch, post, rowOf } from './world.js';

let clinic: Clinic;
let varick: string;

eachInAClinic('2018-03-20T15:00:00Z', (own) => (clinic = own));
beforeEach(async () => {
  varick = await aPlaceId(clinic);
});

describe('The pattern ledger', () => {
  it('has one row for a letter, with the facts that patterns are made of and none that say who it was', async () => {
    const { letter, client } = await aPage(clinic);
    const row = await rowOf(clinic);
    expect(row).toMatchObject({
      letterId: letter.id,
      clientId: client.id,
      receivedMonth: '2018-03-01',
      receivedWeek: '2018-02-26',
      lagDays: 12,
      lagApproximate: false,
      noticeDays: 7,
      county: 'bronx',
      arrestAgency: 'nypd',
      precinct: '40',
      process: 'desk_appearance_ticket',
      chargeLevel: 'misdemeanor_b',
      chargeCategory: 'theft',
      printReason: 'arrest',
      hitType: 'ident_match',
      placeId: varick,
      form: 'g_56',
      mentionsDetention: 'no',
      authorityCited: 'none',
      evidenceGrade: 'seen_original',
      trigger: 'arrest_print',
      proceedings: 'not_in_proceedings',
      convictions: 'none',
      pendingReliefAny: true,
      usCitizenOrLprSpouse: true,
      attended: null,
      outcome: null,
      detained: null,
    });
    expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(JSON.stringify(row)).not.toContain(client.legalName);
  });

  it('follows every later change of the case file', async () => {
    const { client, arrest, letter, appointment, fingerprintEvent } = await aPage(clinic);
    await patch(clinic, `/api/arrests/${arrest.id}`, arrest.version, { chargeLevel: 'violation' });
    await patch(clinic, `/api/fingerprint-events/${fingerprintEvent.id}`, fingerprintEvent.version, {
      takenOn: '2018-02-16',
    });
    await patch(clinic, `/api/clients/${client.id}`, 1, { county: 'queens', pendingRelief: ['none'] });
    expect(await rowOf(clinic)).toMatchObject({
      chargeLevel: 'violation',
      lagDays: 10,
      county: 'queens',
      pendingReliefAny: false,
    });

    await post(clinic, `/api/appointments/${appointment.id}/accompaniments`, {
      personName: 'Sister Test',
      rsvp: 'yes',
    });
    await post(clinic, `/api/appointments/${appointment.id}/outcome`, {
      outcome: 'detained',
      officerInitialStatement: 'will_be_released',
      supervisorReversed: true,
      attorneyAdmitted: 'refused',
    });
    await post(
      clinic,
      `/api/clients/${client.id}/custody-events`,
      aCustodyEvent({ at: '2018-03-08T20:00:00Z', facilityId: await aPlaceId(clinic, 'Hudson', 'facilities') }),
    );
    expect(await rowOf(clinic)).toMatchObject({
      attended: true,
      accompanied: true,
      outcome: 'detained',
      detained: true,
      officerInitialStatement: 'will_be_released',
      supervisorReversed: true,
      attorneyAdmitted: 'refused',
      custodyState: 'NJ',
      outOfState: true,
    });

    await patch(clinic, `/api/letters/${letter.id}`, letter.version, {
      letterDatedOn: '2018-02-27',
      evidenceGrade: 'hearsay',
    });
    expect(await rowOf(clinic)).toMatchObject({ lagDays: 11, evidenceGrade: 'hearsay' });
  });

  it('loses the row with the letter', async () => {
    const { letters } = await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-20', '2018-02-26'] });
    expect((await clinic.as.attorney.delete(`/api/letters/${letters[0].id}`)).status).toBe(204);
    expect((await rowOf(clinic)).letterId).toBe(letters[1].id);
  });

  it('keeps the rows of both entries of one person once they are merged', async () => {
    const one = await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-26'] });
    const other = await aCase(clinic, {
      letters: [aLetter({ letterDatedOn: '2018-03-01', receivedOn: '2018-03-06' })],
    });
    await post(clinic, `/api/clients/${one.client.id}/merge`, { otherClientId: other.client.id });
    expect((await ledgerOf(clinic)).map(({ clientId }) => clientId)).toEqual([one.client.id, one.client.id]);
  });

  it('leaves out files that were opened by mistake', async () => {
    const { client } = await aCase(clinic, { letters: ['2018-02-26'] });
    await post(clinic, `/api/clients/${client.id}/close`, { closingReason: 'entered_in_error' });
    expect(await ledgerOf(clinic)).toHaveLength(0);
  });

  it('takes the arrest that the print belongs to, else the latest before it, and none for a civil print', async () => {
    const [older, later] = [
      anArrest({ arrestedOn: '2018-01-10', chargeLevel: 'felony_e' }),
      anArrest({ arrestedOn: '2018-02-10', chargeLevel: 'violation' }),
    ];
    const { client, arrests } = await aCase(clinic, { arrests: [older, later] });
    const print = await post(clinic, `/api/clients/${client.id}/fingerprint-events`, aPrint({ takenOn: '2018-02-11' }));
    await post(clinic, `/api/clients/${client.id}/letters`, aLetter());
    expect(await rowOf(clinic)).toMatchObject({ chargeLevel: 'violation', lagDays: 15 });
    const named = await patch(clinic, `/api/fingerprint-events/${print.id}`, 1, { arrestId: arrests[0].id });
    expect(await rowOf(clinic)).toMatchObject({ chargeLevel: 'felony_e' });
    await patch(clinic, `/api/fingerprint-events/${print.id}`, named.version, {
      arrestId: null,
      reason: 'civil_inquiry',
      civilReason: 'custody',
    });
    expect(await rowOf(clinic)).toMatchObject({
      chargeLevel: null,
      printReason: 'civil_inquiry',
      civilReason: 'custody',
    });
  });

  it('counts the lag from the date of the letter, else its postmark, else its arrival, and says when a date is not exact', async () => {
    const { letters } = await aCase(clinic, {
      prints: ['2018-02-14'],
      letters: [aLetter({ letterDatedOn: null, postmarkedOn: '2018-02-27', receivedOn: '2018-03-01' })],
    });
    expect(await rowOf(clinic)).toMatchObject({ lagDays: 13, lagApproximate: false });
    await patch(clinic, `/api/letters/${letters[0].id}`, 1, { postmarkedOn: null, receivedOnPrecision: 'week' });
    expect(await rowOf(clinic)).toMatchObject({ lagDays: 15, lagApproximate: true });
  });

  it('knows no lag without a print', async () => {
    await aCase(clinic, { letters: ['2018-02-26'] });
    expect(await rowOf(clinic)).toMatchObject({ lagDays: null, lagApproximate: null, chargeLevel: null });
  });

  it.each([
    ['released_no_conditions', { attended: true, detained: false }],
    ['detained', { attended: true, detained: true }],
    ['removed_same_day', { attended: true, detained: true }],
    ['did_not_attend_advised', { attended: false, detained: null }],
    ['unknown', { attended: null, detained: null }],
  ])('takes from the outcome %s who came and who was kept', async (outcome, facts) => {
    const { appointment } = await aPage(clinic);
    await post(clinic, `/api/appointments/${appointment.id}/outcome`, { outcome });
    expect(await rowOf(clinic)).toMatchObject({ outcome, ...facts });
  });

  it('knows from the taps of the day alone that somebody came, was out again, or was kept', async () => {
    const { appointment } = await aPage(clinic);
    const tap = (event: string, at: string) => post(clinic, `/api/appointments/${appointment.id}/live`, { event, at });
    await tap('arrived', '2018-03-08T14:00:00Z');
    expect(await rowOf(clinic)).toMatchObject({ attended: true, detained: null });
    await tap('out_safe', '2018-03-08T15:00:00Z');
    expect(await rowOf(clinic)).toMatchObject({ attended: true, detained: false });
  });

  it('follows the letter to the appointment that was kept when there are several', async () => {
    const { client, letter, appointment } = await aPage(clinic);
    await post(clinic, `/api/appointments/${appointment.id}/outcome`, { outcome: 'did_not_attend_advised' });
    const second = await post(
      clinic,
      `/api/clients/${client.id}/appointments`,
      anAppointment(varick, { startsAt: '2018-03-15T14:00:00Z', letterId: letter.id }),
    );
    await post(clinic, `/api/appointments/${second.id}/outcome`, { outcome: 'rescheduled' });
    expect(await rowOf(clinic)).toMatchObject({ attended: true, outcome: 'rescheduled', detained: false });
  });

  it('takes a call-in that names no letter to follow the latest letter before it', async () => {
    const { client } = await aCase(clinic, {
      letters: [
        aLetter({ letterDatedOn: null, receivedOn: '2018-02-01' }),
        aLetter({ letterDatedOn: null, receivedOn: '2018-03-01' }),
      ],
    });
    const call = await post(
      clinic,
      `/api/clients/${client.id}/appointments`,
      anAppointment(varick, { startsAt: '2018-03-08T14:00:00Z' }),
    );
    await post(clinic, `/api/appointments/${call.id}/outcome`, { outcome: 'placed_osup' });
    expect(
      (await ledgerOf(clinic)).map(({ receivedOn, attended, outcome }) => ({ receivedOn, attended, outcome })),
    ).toEqual([
      { receivedOn: '2018-02-01', attended: null, outcome: null },
      { receivedOn: '2018-03-01', attended: true, outcome: 'placed_osup' },
    ]);
  });
});
