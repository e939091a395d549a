import { describe, expect, it } from '@jest/globals';
import { PatternLedgerService } from '../../src/patterns/pattern-ledger.service.js';
import type { PatternLetter } from '../../src/patterns/pattern-letter.entity.js';
import { type SentStatement, statements } from '../../src/platform/database/named-client.js';
import type { Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, aCustodyEvent, type Answered, aLetter, aPrint } from '../support/factories.js';
import { aPage, eachInAClinic, ledgerOf, patch, post, rowOf } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-20T15:00:00Z', (...world) => ([clinic, app] = world));

const withoutIds = (rows: PatternLetter[]) => rows.map(({ id: _, ...row }) => row);

describe('The pattern ledger', () => {
  it('is the same whether it followed the changes or is made anew', async () => {
    const { client, appointment } = await aPage(clinic);
    await post(clinic, `/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' });
    await post(
      clinic,
      `/api/clients/${client.id}/custody-events`,
      aCustodyEvent({ at: '2018-03-08T20:00:00Z', state: 'NJ' }),
    );
    await aPage(clinic, {
      client: aClient({ county: 'unknown' }),
      fingerprintEvent: aPrint({ takenOnPrecision: 'month' }),
    });
    await aCase(clinic, {
      arrests: ['2018-02-20'],
      letters: ['2018-02-22', '2018-02-26'],
      appointments: ['2018-03-12T14:00:00Z'],
    });
    const out = await aCase(clinic, { letters: ['2018-02-26'] });
    await patch(clinic, `/api/clients/${out.client.id}`, 1, {
      consents: [{ kind: 'aggregate_internal', givenOn: '2018-03-01', withdrawnOn: '2018-03-02' }],
    });
    const followed = await ledgerOf(clinic);
    expect(followed).toHaveLength(4);

    const service = app.app.get(PatternLedgerService);
    await clinic.inWork((work) => service.rebuild(work));
    expect(await ledgerOf(clinic)).toEqual(followed);
    await clinic.inWork((work) =>
      work.execute('UPDATE pattern_letters SET lag_days = 99, county = NULL WHERE organization_id = $1', [clinic.id]),
    );
    await clinic.inWork((work) => service.rebuild(work));
    expect(await ledgerOf(clinic)).toEqual(followed);
    await clinic.inWork((work) => work.execute('DELETE FROM pattern_letters WHERE organization_id = $1', [clinic.id]));
    await clinic.inWork((work) => service.rebuild(work));
    expect(withoutIds(await ledgerOf(clinic))).toEqual(withoutIds(followed));
  });

  it('is written once for a page of many records, and not for a dry run', async () => {
    let written = 0;
    const count = (sent: unknown) =>
      (written += (sent as SentStatement).text?.includes('INSERT INTO pattern_letters') ? 1 : 0);
    statements.subscribe(count);
    await aPage(clinic);
    statements.unsubscribe(count);
    expect(written).toBe(1);
    await clinic.as.attorney.post('/api/intakes?dryRun=true', { client: aClient(), letter: aLetter() });
    expect(await ledgerOf(clinic)).toHaveLength(1);
  });

  it('of one organisation is not touched by making that of another anew', async () => {
    await aCase(clinic, { letters: ['2018-02-26'] });
    const before = await ledgerOf(clinic);
    const other = await app.clinic();
    await other.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await ledgerOf(other)).toEqual([]);
    expect(await ledgerOf(clinic)).toEqual(before);
  });

  it('loses nothing when two people change different records of one file at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { arrest, appointment, letter } = await aPage(clinic);
      const answers = await Promise.all([
        clinic.as.attorney.patch(`/api/arrests/${arrest.id}`, 1, { chargeLevel: 'felony_e' }),
        clinic.as.advocate.post(`/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' }),
        clinic.as.supervisor.patch(`/api/letters/${letter.id}`, letter.version, { form: 'i_200' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const row = (await ledgerOf(clinic)).find(({ letterId }) => letterId === letter.id);
      expect(row).toMatchObject({ chargeLevel: 'felony_e', outcome: 'detained', form: 'i_200' });
    }
  });

  it("stands in nobody's way when one deletes a letter while another changes the file", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { client, arrests, letters } = await aCase(clinic, {
        arrests: ['2018-02-14'],
        letters: ['2018-02-20', '2018-02-26'],
      });
      const answers = await Promise.all([
        clinic.as.attorney.delete(`/api/letters/${letters[0].id}`),
        clinic.as.supervisor.patch(`/api/arrests/${arrests[0].id}`, 1, { chargeLevel: 'violation' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([204, 200]);
      const rows = (await ledgerOf(clinic)).filter(({ clientId }) => clientId === client.id);
      expect(rows).toEqual([expect.objectContaining({ letterId: letters[1].id, chargeLevel: 'violation' })]);
    }
  });
});

describe('When a case file is about to be purged, the ledger', () => {
  it('keeps its row without any way back to the person, and every figure', async () => {
    const { client, appointment } = await aPage(clinic);
    await post(clinic, `/api/appointments/${appointment.id}/outcome`, { outcome: 'detained' });
    await aCase(clinic, { prints: ['2018-02-14'], letters: ['2018-02-20'] });
    const reports = async () => {
      const paths = [
        'overview',
        'lag?groupBy=county',
        'overview?from=2018-03-01&groupBy=month',
        'lag?from=2018-02-26&to=2018-03-04',
      ];
      return Promise.all(
        paths.map(async (path) => (await clinic.as.supervisor.get(`/api/patterns/${path}`)).body as Answered),
      );
    };
    const before = await reports();
    const old = (await ledgerOf(clinic)).find(({ clientId }) => clientId === client.id)!;
    await clinic.inWork(async (work) => {
      expect(await app.app.get(PatternLedgerService).unlink(work, client.id)).toBe(2);
      // What a purge does: appointments hold their letters, then everything hangs on the client.
      await work.execute('DELETE FROM appointments WHERE organization_id = $1 AND client_id = $2', [
        clinic.id,
        client.id,
      ]);
      await work.execute('DELETE FROM letters WHERE organization_id = $1 AND client_id = $2', [clinic.id, client.id]);
      await work.execute('DELETE FROM fingerprint_events WHERE organization_id = $1 AND client_id = $2', [
        clinic.id,
        client.id,
      ]);
      await work.execute('DELETE FROM clients WHERE organization_id = $1 AND id = $2', [clinic.id, client.id]);
    });
    expect(await reports()).toEqual(before);
    const kept = (await ledgerOf(clinic)).find(({ clientId }) => clientId === null)!;
    expect(kept).toMatchObject({
      letterId: null,
      clientId: null,
      receivedOn: '2018-03-01',
      receivedWeek: '2018-02-26',
      lagDays: old.lagDays,
      detained: true,
    });
    expect(kept.id).not.toBe(old.id);

    await clinic.inWork((work) => app.app.get(PatternLedgerService).rebuild(work));
    expect(await ledgerOf(clinic)).toContainEqual(kept);
  });

  it('does not let letters go in silence before its rows are unlinked', async () => {
    const { client } = await aCase(clinic, { letters: ['2018-02-26'] });
    const purge = clinic.inWork((work) =>
      work.execute('DELETE FROM clients WHERE organization_id = $1 AND id = $2', [clinic.id, client.id]),
    );
    await expect(purge).rejects.toMatchObject({ code: '23503' });
    expect(await ledgerOf(clinic)).toHaveLength(1);
  });

  it('keeps no day of the letter that says more than its week', async () => {
    const { client } = await aCase(clinic, { letters: [aLetter({ receivedOn: '2018-03-15' })] });
    await clinic.inWork((work) => app.app.get(PatternLedgerService).unlink(work, client.id));
    expect(await rowOf(clinic)).toMatchObject({
      receivedOn: '2018-03-12',
      receivedWeek: '2018-03-12',
      receivedMonth: '2018-03-01',
    });
  });
});
