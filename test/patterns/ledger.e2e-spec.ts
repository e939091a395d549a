import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import { PatternLetter } from '../../src/patterns/pattern-letter.entity.js';
import { type SentStatement, statements } from '../../src/platform/database/named-client.js';
import { columnsOf } from '../../src/platform/database/statements.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, aClient, aCustodyEvent, anAppointment, anArrest, type Answered, aLetter, aPlaceId, aPrint } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let varick: string;

beforeAll(async () => {
  app = await TestApplication.start({ clock: new FakeClock(new Date('2018-03-20T15:00:00Z')) });
});
afterAll(() => app.stop());
beforeEach(async () => {
  clinic = await app.clinic();
  varick = await aPlaceId(clinic);
});

const ledger = (of = clinic): Promise<PatternLetter[]> =>
  of.inWork((work) =>
    work.sql<PatternLetter>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(PatternLetter), 'p')} FROM pattern_letters p WHERE p.organization_id = $1 ORDER BY p.received_on, p.letter_id`,
      [of.id],
    ),
  );

/** The one row of a clinic that has logged one letter. */
async function theRow(of = clinic): Promise<PatternLetter> {
  const rows = await ledger(of);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

const withoutIds = (rows: PatternLetter[]) => rows.map(({ id: _, ...row }) => row);

const post = async (path: string, body: object): Promise<Answered> => {
  const answer = await clinic.as.attorney.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const patch = async (path: string, version: number, body: object): Promise<Answered> => {
  const answer = await clinic.as.attorney.patch(path, version, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const page = (parts: object = {}) =>
  post('/api/intakes', {
    client: aClient({ county: 'bronx', proceedings: 'not_in_proceedings', usCitizenOrLprSpouse: true, pendingRelief: ['adjustment'], convictions: 'none' }),
    arrest: anArrest({ precinct: '40', chargeCategory: 'theft' }),
    fingerprintEvent: aPrint({ hitType: 'ident_match' }),
    letter: aLetter({ reportingPlaceId: varick, reportAt: '2018-03-08T14:00:00Z', mentionsDetention: 'no', authorityCited: 'none' }),
    appointment: {},
    ...parts,
  });

describe('The pattern ledger', () => {
  it('has one row for a letter, with the facts that patterns are made of and none that say who it was', async () => {
    const { letter, client } = await page();
    const row = await theRow();
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
    const { client, arrest, letter, appointment, fingerprintEvent } = await page();
    await patch(`/api/arrests/${arrest.id}`, arrest.version, { chargeLevel: 'violation' });
    await patch(`/api/fingerprint-events/${fingerprintEvent.id}`, fingerprintEvent.version, { takenOn: '2018-02-16' });
    await patch(`/api/clients/${client.id}`, 1, { county: 'queens', pendingRelief: ['none'] });
    expect(await theRow()).toMatchObject({ chargeLevel: 'violation', lagDays: 10, county: 'queens', pendingReliefAny: false });

    await post(`/api/appointments/${appointment.id}/accompaniments`, { personName: 'Sister Test', rsvp: 'yes' });
    await post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'detained', officerInitialStatement: 'will_be_released', supervisorReversed: true, attorneyAdmitted: 'refused' });
    await post(`/api/clients/${client.id}/custody-events`, aCustodyEvent({ at: '2018-03-08T20:00:00Z', facilityId: await aPlaceId(clinic, 'Hudson', 'facilities') }));
    expect(await theRow()).toMatchObject({
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

    await patch(`/api/letters/${letter.id}`, letter.version, { letterDatedOn: '2018-02-27', evidenceGrade: 'hearsay' });
    expect(await theRow()).toMatchObject({ lagDays: 11, evidenceGrade: 'hearsay' });
  });

  it('loses the row with the letter', async () => {
    const { letters } = await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-20', '2018-02-26'] });
    expect((await clinic.as.attorney.delete(`/api/letters/${letters[0].id}`)).status).toBe(204);
    expect((await theRow()).letterId).toBe(letters[1].id);
  });

  it('keeps the rows of both entries of one person once they are merged', async () => {
    const one = await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-26'] });
    const other = await aCase(clinic, { letters: [aLetter({ letterDatedOn: '2018-03-01', receivedOn: '2018-03-06' })] });
    await post(`/api/clients/${one.client.id}/merge`, { otherClientId: other.client.id });
    expect((await ledger()).map(({ clientId }) => clientId)).toEqual([one.client.id, one.client.id]);
  });

  it('leaves out whoever takes back the consent to be counted, until it is given again', async () => {
    const { client } = await aCase(clinic, { letters: ['2018-02-26'] });
    const given = { kind: 'aggregate_internal', givenOn: '2018-03-01' };
    const withdrawn = { ...given, withdrawnOn: '2018-03-02' };
    const change = (version: number, consents: object[]) => patch(`/api/clients/${client.id}`, version, { consents });
    await change(1, [given]);
    expect(await ledger()).toHaveLength(1);
    await change(2, [withdrawn]);
    expect(await ledger()).toHaveLength(0);
    await change(3, [withdrawn, { ...given, givenOn: '2018-03-10', withdrawnOn: null }]);
    expect(await ledger()).toHaveLength(1);
    await change(4, [{ kind: 'sms', givenOn: '2018-03-01', withdrawnOn: '2018-03-02' }]);
    expect(await ledger()).toHaveLength(1);
  });

  it('leaves out files that were opened by mistake', async () => {
    const { client } = await aCase(clinic, { letters: ['2018-02-26'] });
    await post(`/api/clients/${client.id}/close`, { closingReason: 'entered_in_error' });
    expect(await ledger()).toHaveLength(0);
  });

  it('takes the arrest that the print belongs to, else the latest before it, and none for a civil print', async () => {
    const [older, later] = [anArrest({ arrestedOn: '2018-01-10', chargeLevel: 'felony_e' }), anArrest({ arrestedOn: '2018-02-10', chargeLevel: 'violation' })];
    const { client, arrests } = await aCase(clinic, { arrests: [older, later] });
    const print = await post(`/api/clients/${client.id}/fingerprint-events`, aPrint({ takenOn: '2018-02-11' }));
    await post(`/api/clients/${client.id}/letters`, aLetter());
    expect(await theRow()).toMatchObject({ chargeLevel: 'violation', lagDays: 15 });
    const named = await patch(`/api/fingerprint-events/${print.id}`, 1, { arrestId: arrests[0].id });
    expect(await theRow()).toMatchObject({ chargeLevel: 'felony_e' });
    await patch(`/api/fingerprint-events/${print.id}`, named.version, { arrestId: null, reason: 'civil_inquiry', civilReason: 'custody' });
    expect(await theRow()).toMatchObject({ chargeLevel: null, printReason: 'civil_inquiry', civilReason: 'custody' });
  });

  it('counts the lag from the date of the letter, else its postmark, else its arrival, and says when a date is not exact', async () => {
    const { letters } = await aCase(clinic, { prints: ['2018-02-14'], letters: [aLetter({ letterDatedOn: null, postmarkedOn: '2018-02-27', receivedOn: '2018-03-01' })] });
    expect(await theRow()).toMatchObject({ lagDays: 13, lagApproximate: false });
    await patch(`/api/letters/${letters[0].id}`, 1, { postmarkedOn: null, receivedOnPrecision: 'week' });
    expect(await theRow()).toMatchObject({ lagDays: 15, lagApproximate: true });
  });

  it('knows no lag without a print', async () => {
    await aCase(clinic, { letters: ['2018-02-26'] });
    expect(await theRow()).toMatchObject({ lagDays: null, lagApproximate: null, chargeLevel: null });
  });

  it.each([
    ['released_no_conditions', { attended: true, detained: false }],
    ['detained', { attended: true, detained: true }],
    ['removed_same_day', { attended: true, detained: true }],
    ['did_not_attend_advised', { attended: false, detained: null }],
    ['unknown', { attended: null, detained: null }],
  ])('takes from the outcome %s who came and who was kept', async (outcome, facts) => {
    const { appointment } = await page();
    await post(`/api/appointments/${appointment.id}/outcome`, { outcome });
    expect(await theRow()).toMatchObject({ outcome, ...facts });
  });

  it('knows from the taps of the day alone that somebody came, was out again, or was kept', async () => {
    const { appointment } = await page();
    const tap = (event: string, at: string) => post(`/api/appointments/${appointment.id}/live`, { event, at });
    await tap('arrived', '2018-03-08T14:00:00Z');
    expect(await theRow()).toMatchObject({ attended: true, detained: null });
    await tap('out_safe', '2018-03-08T15:00:00Z');
    expect(await theRow()).toMatchObject({ attended: true, detained: false });
  });

  it('follows the letter to the appointment that was kept when there are several', async () => {
    const { client, letter, appointment } = await page();
    await post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'did_not_attend_advised' });
    const second = await post(`/api/clients/${client.id}/appointments`, anAppointment(varick, { startsAt: '2018-03-15T14:00:00Z', letterId: letter.id }));
    await post(`/api/appointments/${second.id}/outcome`, { outcome: 'rescheduled' });
    expect(await theRow()).toMatchObject({ attended: true, outcome: 'rescheduled', detained: false });
  });

  it('takes a call-in that names no letter to follow the latest letter before it', async () => {
    const { client } = await aCase(clinic, {
      letters: [aLetter({ letterDatedOn: null, receivedOn: '2018-02-01' }), aLetter({ letterDatedOn: null, receivedOn: '2018-03-01' })],
    });
    const call = await post(`/api/clients/${client.id}/appointments`, anAppointment(varick, { startsAt: '2018-03-08T14:00:00Z' }));
    await post(`/api/appointments/${call.id}/outcome`, { outcome: 'placed_osup' });
    expect((await ledger()).map(({ receivedOn, attended, outcome }) => ({ receivedOn, attended, outcome }))).toEqual([
      { receivedOn: '2018-02-01', attended: null, outcome: null },
      { receivedOn: '2018-03-01', attended: true, outcome: 'placed_osup' },
    ]);
  });

  it('is the same whether it followed the changes or is made anew', async () => {
    const { client, appointment } = await page();
    await post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' });
    await post(`/api/clients/${client.id}/custody-events`, aCustodyEvent({ at: '2018-03-08T20:00:00Z', state: 'NJ' }));
    await page({ client: aClient({ county: 'unknown' }), fingerprintEvent: aPrint({ takenOnPrecision: 'month' }) });
    await aCase(clinic, { arrests: ['2018-02-20'], letters: ['2018-02-22', '2018-02-26'], appointments: ['2018-03-12T14:00:00Z'] });
    const out = await aCase(clinic, { letters: ['2018-02-26'] });
    await patch(`/api/clients/${out.client.id}`, 1, { consents: [{ kind: 'aggregate_internal', givenOn: '2018-03-01', withdrawnOn: '2018-03-02' }] });
    const followed = await ledger();
    expect(followed).toHaveLength(4);

    const service = app.app.get(PatternLedgerService);
    await clinic.inWork((work) => service.rebuild(work));
    expect(await ledger()).toEqual(followed);
    await clinic.inWork((work) => work.execute('UPDATE pattern_letters SET lag_days = 99, county = NULL WHERE organization_id = $1', [clinic.id]));
    await clinic.inWork((work) => service.rebuild(work));
    expect(await ledger()).toEqual(followed);
    await clinic.inWork((work) => work.execute('DELETE FROM pattern_letters WHERE organization_id = $1', [clinic.id]));
    await clinic.inWork((work) => service.rebuild(work));
    expect(withoutIds(await ledger())).toEqual(withoutIds(followed));
  });

  it('is written once for a page of many records, and not for a dry run', async () => {
    let written = 0;
    const count = (sent: unknown) => (written += (sent as SentStatement).text?.includes('INSERT INTO pattern_letters') ? 1 : 0);
    statements.subscribe(count);
    await page();
    statements.unsubscribe(count);
    expect(written).toBe(1);
    await clinic.as.attorney.post('/api/intakes?dryRun=true', { client: aClient(), letter: aLetter() });
    expect(await ledger()).toHaveLength(1);
  });

  it('of one organisation is not touched by making that of another anew', async () => {
    await aCase(clinic, { letters: ['2018-02-26'] });
    const before = await ledger();
    const other = await app.clinic();
    await other.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await ledger(other)).toEqual([]);
    expect(await ledger()).toEqual(before);
  });

  it('loses nothing when two people change different records of one file at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { arrest, appointment, letter } = await page();
      const answers = await Promise.all([
        clinic.as.attorney.patch(`/api/arrests/${arrest.id}`, 1, { chargeLevel: 'felony_e' }),
        clinic.as.advocate.post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' }),
        clinic.as.supervisor.patch(`/api/letters/${letter.id}`, letter.version, { form: 'i_200' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const row = (await ledger()).find(({ letterId }) => letterId === letter.id);
      expect(row).toMatchObject({ chargeLevel: 'felony_e', outcome: 'detained', form: 'i_200' });
    }
  });
});

describe('When a case file is about to be purged, the ledger', () => {
  it('keeps its row without any way back to the person, and every figure', async () => {
    const { client, appointment } = await page();
    await post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' });
    await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-20'] });
    const reports = async () => {
      const paths = ['overview', 'lag?groupBy=county', 'overview?from=2018-03-01&groupBy=month', 'lag?from=2018-02-26&to=2018-03-04'];
      return Promise.all(paths.map(async (path) => (await clinic.as.supervisor.get(`/api/patterns/${path}`)).body as Answered));
    };
    const before = await reports();
    const old = (await ledger()).find(({ clientId }) => clientId === client.id)!;
    await clinic.inWork(async (work) => {
      expect(await app.app.get(PatternLedgerService).unlink(work, client.id)).toBe(1);
      // What a purge does: appointments hold their letters, then everything hangs on the client.
      await work.execute('DELETE FROM appointments WHERE organization_id = $1 AND client_id = $2', [clinic.id, client.id]);
      await work.execute('DELETE FROM letters WHERE organization_id = $1 AND client_id = $2', [clinic.id, client.id]);
      await work.execute('DELETE FROM fingerprint_events WHERE organization_id = $1 AND client_id = $2', [clinic.id, client.id]);
      await work.execute('DELETE FROM clients WHERE organization_id = $1 AND id = $2', [clinic.id, client.id]);
    });
    expect(await reports()).toEqual(before);
    const kept = (await ledger()).find(({ clientId }) => clientId === null)!;
    expect(kept).toMatchObject({ letterId: null, clientId: null, receivedOn: '2018-03-01', receivedWeek: '2018-02-26', lagDays: old.lagDays, detained: true });
    expect(kept.id).not.toBe(old.id);

    await clinic.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await ledger()).toContainEqual(kept);
  });

  it('keeps no day of the letter that says more than its week', async () => {
    const { client } = await aCase(clinic, { letters: [aLetter({ receivedOn: '2018-03-15' })] });
    await clinic.inWork((work) => app.app.get(PatternLedgerService).unlink(work, client.id));
    expect(await theRow()).toMatchObject({ receivedOn: '2018-03-12', receivedWeek: '2018-03-12', receivedMonth: '2018-03-01' });
  });
});
