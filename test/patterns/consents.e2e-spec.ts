import { describe, expect, it } from '@jest/globals';
import type { Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient } from '../support/factories.js';
import { aPage, eachInAClinic, ledgerOf, patch, post } from './world.js';

let app: TestApplication;
let clinic: Clinic;

eachInAClinic('2018-03-20T15:00:00Z', (...world) => ([clinic, app] = world));

describe('The pattern ledger', () => {
  it('leaves out whoever takes back the consent to be counted, until it is given again', async () => {
    const { client } = await aCase(clinic, { letters: ['2018-02-26'] });
    const given = { kind: 'aggregate_internal', givenOn: '2018-03-01' };
    const withdrawn = { ...given, withdrawnOn: '2018-03-02' };
    const change = (version: number, consents: object[]) =>
      patch(clinic, `/api/clients/${client.id}`, version, { consents });
    await change(1, [given]);
    expect(await ledgerOf(clinic)).toHaveLength(1);
    await change(2, [withdrawn]);
    expect(await ledgerOf(clinic)).toHaveLength(0);
    await change(3, [withdrawn, { ...given, givenOn: '2018-03-10', withdrawnOn: null }]);
    expect(await ledgerOf(clinic)).toHaveLength(1);
    await change(4, [{ kind: 'sms', givenOn: '2018-03-01', withdrawnOn: '2018-03-02' }]);
    expect(await ledgerOf(clinic)).toHaveLength(1);
  });

  it('counts with others only who agreed to it and has not taken it back, with letter and appointment alike', async () => {
    const figures = async (of: Clinic) => {
      const n = async (path: string) => (await of.as.supervisor.get(`/api/patterns/${path}`)).body.totals.n as number;
      return {
        letters: [await n('letters'), await n('letters?pooled=true')],
        appointments: [await n('times'), await n('times?pooled=true')],
      };
    };
    const neighbour = await app.clinic();
    const yes = { kind: 'aggregate_pooled', givenOn: '2018-03-01' };
    const no = { ...yes, withdrawnOn: '2018-03-12' };
    const both: { of: Clinic; id: string }[] = [];
    for (const each of [clinic, neighbour]) {
      await aPage(each);
      both.push({ of: each, id: (await aPage(each, { client: aClient({ consents: [yes] }) })).client.id });
    }
    const change = (who: { of: Clinic; id: string }, version: number, consents: object[]) =>
      patch(who.of, `/api/clients/${who.id}`, version, { consents });
    const agreed = { letters: [2, 1], appointments: [2, 1] };
    const takenBack = { letters: [2, 0], appointments: [2, 0] };
    expect([await figures(clinic), await figures(neighbour)]).toEqual([agreed, agreed]);

    await change(both[0]!, 1, [no]);
    expect([await figures(clinic), await figures(neighbour)]).toEqual([takenBack, agreed]);
    await change(both[0]!, 2, [no, { ...yes, givenOn: '2018-03-14' }]);
    await change(both[1]!, 1, []);
    expect([await figures(clinic), await figures(neighbour)]).toEqual([agreed, takenBack]);
  });

  it('has in no figure who took back the consent to be counted, whatever else they agreed to', async () => {
    const counted = async (of: Clinic) => {
      const get = async (path: string) => (await of.as.supervisor.get(`/api/patterns/${path}`)).body;
      return {
        overview: (await get('overview')).n,
        lag: (await get('lag')).letters,
        letters: (await get('letters')).totals.n,
        pooled: (await get('letters?pooled=true')).totals.n,
        times: (await get('times')).totals.n,
      };
    };
    const neighbour = await app.clinic();
    const pooled = { kind: 'aggregate_pooled', givenOn: '2018-03-01' };
    const inside = { kind: 'aggregate_internal', givenOn: '2018-03-01' };
    const files: Awaited<ReturnType<typeof aPage>>[] = [];
    for (const each of [clinic, neighbour])
      files.push(await aPage(each, { client: aClient({ consents: [inside, pooled] }) }));
    const all = { overview: 1, lag: 1, letters: 1, pooled: 1, times: 1 };
    const none = { overview: 0, lag: 0, letters: 0, pooled: 0, times: 0 };
    expect([await counted(clinic), await counted(neighbour)]).toEqual([all, all]);
    await patch(clinic, `/api/clients/${files[0]!.client.id}`, 1, {
      consents: [{ ...inside, withdrawnOn: '2018-03-12' }, pooled],
    });
    expect([await counted(clinic), await counted(neighbour)]).toEqual([none, all]);
  });

  it('does not count again, after a merge, who took the consent back in the other file', async () => {
    const kinds = ['aggregate_internal', 'aggregate_pooled', 'public_story'];
    const given = (withdrawnOn: string | null) => kinds.map((kind) => ({ kind, givenOn: '2018-03-01', withdrawnOn }));
    const into = await aPage(clinic, { client: aClient({ consents: given(null) }) });
    const from = await aPage(clinic, { client: aClient({ consents: given('2018-03-12') }) });
    expect(await ledgerOf(clinic)).toMatchObject([{ clientId: into.client.id, pooled: true }]);
    const { consents } = await post(clinic, `/api/clients/${into.client.id}/merge`, { otherClientId: from.client.id });
    expect(await ledgerOf(clinic)).toEqual([]);
    expect(consents.map(({ withdrawnOn }: { withdrawnOn: string }) => withdrawnOn)).toEqual(
      Array.from({ length: 6 }, () => '2018-03-12'),
    );
  });

  it('counts on, after a merge, who agreed again since or never said no', async () => {
    const consent = (givenOn: string, withdrawnOn: string | null = null) => [
      { kind: 'aggregate_internal', givenOn, withdrawnOn },
      { kind: 'aggregate_pooled', givenOn, withdrawnOn },
    ];
    const into = await aPage(clinic, { client: aClient({ consents: consent('2018-03-14') }) });
    const from = await aPage(clinic, { client: aClient({ consents: consent('2018-03-01', '2018-03-12') }) });
    await post(clinic, `/api/clients/${into.client.id}/merge`, { otherClientId: from.client.id });
    const asked = await aPage(clinic, { client: aClient({ consents: [] }) });
    const agreed = await aPage(clinic, { client: aClient({ consents: consent('2018-03-01') }) });
    await post(clinic, `/api/clients/${asked.client.id}/merge`, { otherClientId: agreed.client.id });
    const rows = (await ledgerOf(clinic)).map(({ clientId, pooled }) => [clientId === into.client.id, pooled]);
    // What was agreed to in another file is not taken for said of this one.
    expect(rows.sort()).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [true, true],
    ]);
  });
});
