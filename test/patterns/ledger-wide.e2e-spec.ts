import { describe, expect, it } from '@jest/globals';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import type { Clinic, TestApplication } from '../support/application.js';
import { aClient, aCustodyEvent, aLetter, anAppointment, aPlaceId, aPrint } from '../support/factories.js';
import { aPage, eachInAClinic, patch, post, rowOf, wholeLedgerOf } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-20T15:00:00Z', (...world) => ([clinic, app] = world));

const custody = (client: string, event: Record<string, unknown>) =>
  post(clinic, `/api/clients/${client}/custody-events`, aCustodyEvent(event));

/** Somebody who was kept at the appointment. */
async function aDetained() {
  const page = await aPage(clinic, {
    client: aClient({
      county: 'bronx',
      usCitizenChildren: 2,
      minorChildrenAtHome: 0,
      orderOfSupervision: false,
      consents: [
        { kind: 'record_keeping', givenOn: '2018-02-28' },
        { kind: 'aggregate_pooled', givenOn: '2018-02-28' },
      ],
    }),
    fingerprintEvent: aPrint({ path: [{ node: 'nypd' }, { node: 'dcjs' }, { node: 'fbi_ngi' }] }),
    letter: aLetter({
      reportingPlaceId: await aPlaceId(clinic),
      reportAt: '2018-03-08T14:00:00Z',
      documentsDemanded: ['valid_passport', 'this_letter'],
      askFor: 'deportation_officer',
    }),
  });
  await post(clinic, `/api/appointments/${page.appointment.id}/outcome`, {
    outcome: 'detained',
    documentsReceived: ['i_200'],
  });
  return page;
}

describe('A row of the ledger', () => {
  it('of a letter holds where the print went, what was demanded, who depends on the person, and who may be pooled', async () => {
    const { client } = await aDetained();
    expect(await rowOf(clinic)).toMatchObject({
      printMonth: '2018-02-01',
      printPath: 'nypd>dcjs>fbi_ngi',
      documentsDemanded: ['valid_passport', 'this_letter'],
      askFor: 'deportation_officer',
      usCitizenChildren: true,
      minorChildrenAtHome: false,
      orderOfSupervision: false,
      pooled: true,
    });
    await patch(clinic, `/api/clients/${client.id}`, 1, {
      consents: [{ kind: 'aggregate_pooled', givenOn: '2018-02-28', withdrawnOn: '2018-03-10' }],
    });
    expect(await rowOf(clinic)).toMatchObject({ pooled: false });
  });

  it('counts custody from the first day to the release, and says since when somebody is still held', async () => {
    const { client } = await aDetained();
    expect(await rowOf(clinic)).toMatchObject({
      custodySince: '2018-03-08',
      custodyDays: null,
      custodyEnded: false,
      inProceedings: false,
      ntaDays: null,
    });
    await custody(client.id, { kind: 'detained', at: '2018-03-08T20:00:00Z', state: 'NJ' });
    await custody(client.id, { kind: 'nta_served', at: '2018-03-10T20:00:00Z' });
    await custody(client.id, { kind: 'released', at: '2018-03-18T20:00:00Z', releaseReason: 'bonded_out' });
    expect(await rowOf(clinic)).toMatchObject({
      custodySince: null,
      custodyDays: 10,
      custodyEnded: true,
      outOfState: true,
      custodyState: 'NJ',
      inProceedings: true,
      ntaDays: 9,
    });
  });

  it('of an appointment has weekday and hour of the place but no week, and goes when it is called off', async () => {
    const { client } = await post(clinic, '/api/intakes', { client: aClient({ county: 'kings' }) });
    const { id } = await post(
      clinic,
      `/api/clients/${client.id}/appointments`,
      anAppointment(await aPlaceId(clinic), { startsAt: '2018-03-08T14:00:00Z' }),
    );
    const [row] = (await wholeLedgerOf(clinic)).pattern_appointments!;
    expect(row).toMatchObject({
      starts_on: '2018-03-08',
      starts_month: '2018-03-01',
      weekday: 4,
      hour: 9,
      kind: 'call_in_letter',
      county: 'kings',
      attended: null,
      closed_on_time: null,
    });
    expect(Object.keys(row!).filter((name) => name.includes('week') && name !== 'weekday')).toEqual([]);
    await patch(clinic, `/api/appointments/${id}`, 1, { status: 'cancelled' });
    expect((await wholeLedgerOf(clinic)).pattern_appointments).toEqual([]);
  });

  it('says whether a companion saw the person out by the time agreed', async () => {
    const { appointment } = await aPage(clinic);
    const tap = (event: string, at: string) => post(clinic, `/api/appointments/${appointment.id}/live`, { event, at });
    await tap('arrived', '2018-03-08T14:00:00Z');
    await tap('called_in', '2018-03-08T14:25:00Z');
    await tap('out_safe', '2018-03-08T14:55:00Z');
    const [row] = (await wholeLedgerOf(clinic)).pattern_appointments!;
    expect(row).toMatchObject({ waited_minutes: 25, inside_minutes: 30, closed_on_time: true });
  });

  it('of a waiting room follows the observation without naming who saw it', async () => {
    const placeId = await aPlaceId(clinic);
    const seen = await post(clinic, '/api/venue-observations', { observedOn: '2018-03-08', placeId, attorneysSeen: 4 });
    const rows = async () => (await wholeLedgerOf(clinic)).pattern_venues!;
    expect(await rows()).toEqual([
      expect.objectContaining({ observed_week: '2018-03-05', attorneys_seen: 4, unrepresented_seen: null }),
    ]);
    await patch(clinic, `/api/venue-observations/${seen.id}`, 1, { unrepresentedSeen: 6 });
    expect(await rows()).toEqual([expect.objectContaining({ unrepresented_seen: 6 })]);
    expect(Object.keys((await rows())[0]!).filter((name) => name.includes('created'))).toEqual([]);
    await clinic.as.attorney.delete(`/api/venue-observations/${seen.id}`);
    expect(await rows()).toEqual([]);
  });
});

describe('The whole ledger', () => {
  it('made anew is what it was, in each of its tables', async () => {
    const { client } = await aDetained();
    await custody(client.id, { kind: 'detained', at: '2018-03-08T20:00:00Z', state: 'NJ' });
    await aPage(clinic);
    const placeId = await aPlaceId(clinic);
    await post(clinic, '/api/venue-observations', { observedOn: '2018-03-08', placeId, attorneysSeen: 4 });
    const followed = await wholeLedgerOf(clinic);
    expect(Object.values(followed).map((rows) => rows.length)).toEqual([2, 2, 1]);
    for (const table of Object.keys(followed))
      await clinic.inWork((work) => work.execute(`DELETE FROM ${table} WHERE organization_id = $1`, [clinic.id]));
    await clinic.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await wholeLedgerOf(clinic)).toEqual(followed);
  });

  it('loses no appointment at a purge, keeps no day of one, and counts a stay up to then', async () => {
    const { client } = await aDetained();
    await clinic.inWork((work) => app.app.get(PatternLedgerService).unlink(work, client.id));
    const { pattern_letters: letters, pattern_appointments: appointments } = await wholeLedgerOf(clinic);
    expect(letters).toEqual([
      expect.objectContaining({
        letter_id: null,
        client_id: null,
        custody_days: 12,
        custody_since: null,
        custody_ended: false,
      }),
    ]);
    expect(appointments).toEqual([
      expect.objectContaining({ appointment_id: null, client_id: null, starts_on: '2018-03-01', weekday: 4 }),
    ]);
    expect(JSON.stringify([letters, appointments])).not.toContain(client.id);
  });
});
