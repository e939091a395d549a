import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aClient, aLetter, aPlaceId, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let port: number;

beforeAll(async () => {
  // The fewest connections that are allowed: what needs two at a time for one request would stand still.
  app = await TestApplication.start({ environment: { DATABASE_POOL: '2', TRUST_PROXY: 'true' } });
  clinic = await app.clinic();
  ({ port } = app.app.getHttpServer().address() as AddressInfo);
});
afterAll(() => app.stop());

const times = <T>(count: number, action: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => action(at)));
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
const only = (text: string, parameters: unknown[] = []) =>
  clinic.inWork(async (work) => (await work.sql<{ n: number }>(text, parameters))[0]!.n);

describe('With two connections to the database', () => {
  it('sixty refusals at once are all told at once, and all stand in the audit', async () => {
    const refused = await clinic.another('accompanier');
    const began = Date.now();
    const answers = await times(60, () => refused.get('/api/clients'));
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['permission.missing']));
    expect(Date.now() - began).toBeLessThan(20_000);
    const noted = `SELECT count(*) AS n FROM audit_events WHERE event = 'access.refused' AND user_id = $1`;
    expect(await only(noted, [refused.userId])).toBe(60);
  });

  it('two hundred requests at once, reads, writes and refusals, are all answered', async () => {
    const answers = await times(200, (at) => {
      if (at % 4 === 0) return clinic.as.accompanier.get('/api/clients');
      return at % 4 === 1 ? clinic.as.attorney.post('/api/clients', aClient()) : clinic.as.attorney.get('/api/clients');
    });
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201, 403]));
  });

  it('requests of which only a part arrives take none of them', async () => {
    const halves = Array.from({ length: 20 }, (): Socket => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `POST /api/clients HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${clinic.as.attorney.token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"legalName":`,
      );
      return socket;
    });
    expect(statuses(await times(10, () => clinic.as.attorney.get('/api/clients')))).toEqual(Array(10).fill(200));
    halves.forEach((socket) => socket.destroy());
  });

  it('intakes whose senders hang up are saved whole or not at all, and give the connections back', async () => {
    const page = JSON.stringify({
      client: { legalName: 'Hung Up', county: 'richmond' },
      arrest: { arrestedOn: '2018-02-12', chargeLevel: 'misdemeanor_a' },
      letter: { receivedOn: '2018-02-26', evidenceGrade: 'hearsay' },
    });
    await times(40, async (at) => {
      const headers = {
        authorization: `Bearer ${clinic.as.attorney.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(page),
      };
      const sent = request({ port, path: '/api/intakes', method: 'POST', headers }).on('error', () => undefined);
      sent.end(page);
      await new Promise((resolve) => setTimeout(resolve, at * 3));
      sent.destroy();
    });
    expect(statuses(await times(50, () => clinic.as.attorney.get('/api/places?limit=1')))).toEqual(Array(50).fill(200));
    expect(
      await only(
        `SELECT count(*) AS n FROM clients c WHERE c.county = 'richmond' AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.client_id = c.id)`,
      ),
    ).toBe(0);
  });
});

describe('At the same moment', () => {
  it('of ten changes of what all have read one is made, and the others are told to read again', async () => {
    const { client } = await aCase(clinic);
    const answers = await times(10, (at) =>
      clinic.as.attorney.patch(`/api/clients/${client.id}`, 1, { usCitizenChildren: at }),
    );
    expect(statuses(answers)).toEqual([200, ...Array(9).fill(412)]);
    expect((await clinic.as.attorney.get(`/api/clients/${client.id}`)).body.version).toBe(2);
  });

  it('two merges of the same files in opposite directions leave one file, with everything in it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [
        await aCase(clinic, { arrests: ['2018-02-14'] }),
        await aCase(clinic, { letters: ['2018-02-26'] }),
      ];
      const [a, b] = [one.client.id, two.client.id];
      const answers = await Promise.all([
        clinic.as.attorney.post(`/api/clients/${a}/merge`, { otherClientId: b }),
        clinic.as.attorney.post(`/api/clients/${b}/merge`, { otherClientId: a }),
      ]);
      expect(statuses(answers)).toEqual([200, 404]);
      const kept = answers.find(({ status }) => status === 200)!.body.id as string;
      expect((await clinic.as.attorney.get(`/api/clients/${kept}/arrests`)).body.items).toHaveLength(1);
      expect((await clinic.as.attorney.get(`/api/clients/${kept}/letters`)).body.items).toHaveLength(1);
    }
  });

  it('a letter that is added to a file while it is merged into another is in that one, or was refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [{ client: from }, { client: into }] = [await aCase(clinic), await aCase(clinic)];
      const [merged, ...added] = await Promise.all([
        clinic.as.attorney.post(`/api/clients/${into.id}/merge`, { otherClientId: from.id }),
        ...Array.from({ length: 3 }, () => clinic.as.attorney.post(`/api/clients/${from.id}/letters`, aLetter())),
      ]);
      expect(merged.status).toBe(200);
      const saved = added.filter(({ status }) => status === 201).length;
      expect((await clinic.as.attorney.get(`/api/clients/${into.id}/letters`)).body.items).toHaveLength(saved);
      for (const { status } of added) expect([201, 404, 409]).toContain(status);
    }
  });

  it('the taps of two telephones are one step, and of two endings one counts', async () => {
    const { appointments } = await aCase(clinic, { appointments: ['2018-03-01T14:30:00.000Z'] });
    const live = `/api/appointments/${appointments[0].id}/live`;
    const arrived = await times(6, () => clinic.as.attorney.post(live, { event: 'arrived' }));
    expect(new Set(arrived.map(({ status, body }) => `${status} ${body.version}`))).toEqual(new Set(['200 2']));
    const endings = await times(2, (at) => clinic.as.attorney.post(live, { event: at ? 'detained' : 'out_safe' }));
    expect(statuses(endings)).toEqual([200, 409]);
  });

  it('of five companions for one place one comes', async () => {
    const placeId = await aPlaceId(clinic);
    const { appointments } = await aCase(clinic, {
      appointments: [{ kind: 'call_in_letter', startsAt: '2018-03-08T14:00:00.000Z', placeId, cap: 1 }],
    });
    const path = `/api/appointments/${appointments[0].id}/accompaniments`;
    const answers = await times(5, (at) => clinic.as.attorney.post(path, { personName: `Companion ${at}` }));
    expect(statuses(answers)).toEqual([201, 409, 409, 409, 409]);
  });

  it('a dry run and the intake that it tried may bear one key, and only the second is kept', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const page = { client: aClient(), letter: aLetter() };
    const tried = await clinic.as.attorney.post('/api/intakes?dryRun=true', page, headers);
    const done = await clinic.as.attorney.post('/api/intakes', page, headers);
    const again = await clinic.as.attorney.post('/api/intakes', page, headers);
    const elsewhere = await clinic.as.attorney.post('/api/clients', page.client, headers);
    expect([tried, done, again, elsewhere].map(({ status }: Answered) => status)).toEqual([201, 201, 201, 422]);
    expect(again.body).toEqual(done.body);
    expect((await clinic.as.attorney.get(`/api/clients/${tried.body.id}`)).status).toBe(404);
  });
});

describe('Behind a proxy', () => {
  it('the audit notes the address that the proxy saw, whatever the caller says of themselves', async () => {
    const forged = { 'x-forwarded-for': `${'9'.repeat(300)}, 198.51.100.7` };
    expect((await clinic.as.advocate.get('/api/clients', forged)).status).toBe(200);
    const proxy = { 'x-forwarded-for': 'x'.repeat(300) };
    expect((await clinic.as.advocate.get('/api/clients', proxy)).status).toBe(200);
    const rows = await clinic.inWork((work) =>
      work.sql<{ origin: string }>(
        `SELECT origin FROM audit_events WHERE user_id = $1 AND event = 'client.listed' ORDER BY id`,
        [clinic.as.advocate.userId],
      ),
    );
    expect(rows.map(({ origin }) => origin)).toEqual(['198.51.100.7', 'x'.repeat(60)]);
  });
});
