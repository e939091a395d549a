import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AddressInfo } from 'node:net';
import { type Caller, type Clinic, TestApplication } from '../support/application.js';

let app: TestApplication;
let clinic: Clinic;
const ends: (() => void)[] = [];

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic();
});
afterAll(async () => {
  for (const end of ends) end();
  await app.stop();
});

/** Follows as somebody; `until` waits for a message that fits, and answers all that came. */
async function following({ token }: Caller, query = '', headers: Record<string, string> = {}) {
  const stop = new AbortController();
  ends.push(() => stop.abort());
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/changes${query}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
    signal: stop.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const messages = () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => data!);
  const said = () => messages().flatMap((data) => JSON.parse(data) as string[]);
  const until = async (topic: string) => {
    while (!said().includes(topic)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`It ended before it said ${topic}: ${text}`);
      text += value;
    }
    return said();
  };
  /** What was said in so many ms, and the id of the last of it. */
  const heardFor = async (ms: number) => {
    const over = new Promise<undefined>((resolve) => void setTimeout(() => resolve(undefined), ms));
    for (let next = reader.read(); ;) {
      const part = await Promise.race([next, over]);
      if (!part || part.done)
        return { said: said(), messages: messages(), id: [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '' };
      text += part.value;
      next = reader.read();
    }
  };
  return { answer, until, heardFor };
}

/** What happens is gathered for a fifth of a second and told to those who follow then; whoever follows later did not hear it. */
const longTold = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('What changes while somebody looks', () => {
  it('is told to colleagues who may see it, as topics alone; reading is no change', async () => {
    const supervisor = await following(clinic.as.supervisor);
    const accompanier = await following(clinic.as.accompanier);
    expect(supervisor.answer.headers.get('content-type')).toBe('text/event-stream');
    expect(supervisor.answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    await clinic.as.attorney.get('/api/clients');
    // A line of PostgreSQL is listened to soon after somebody follows; until then nothing is heard.
    const told = supervisor.until('cases');
    let isTold = false;
    void told.then(() => (isTold = true));
    while (!isTold) {
      const { status } = await clinic.as.attorney.post('/api/clients', { legalName: 'Somebody New' });
      expect(status).toBe(201);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(new Set(await told)).toEqual(new Set(['cases']));
    await clinic.as.accompanier.get('/api/notices');
    await clinic.as.supervisor.post('/api/places', { name: 'Nobody follows places', kind: 'other' });
    await anAppointment(clinic);
    expect(await accompanier.until('appointments')).not.toContain('cases');
  });

  it('is told to those who ask for events, so that no program waits for an end', async () => {
    const { status, body } = await clinic.as.attorney.get('/api/changes');
    expect([status, body.code]).toEqual([406, 'changes.events_only']);
  });

  it('tells at once what changed since the page was asked for, and to whom nothing is missing nothing', async () => {
    const { as } = await app.clinic();
    await as.attorney.post('/api/clients', { legalName: 'Before Anybody Followed' });
    await longTold();
    app.clock.advance(30_000);
    const [late, early, unasked] = await Promise.all([
      following(as.supervisor, '?within=60'),
      following(as.supervisor, '?within=5'),
      following(as.supervisor),
    ]);
    expect((await late.until('cases')).sort()).toEqual(['cases']);
    expect((await early.heardFor(300)).said).toEqual([]);
    expect((await unasked.heardFor(300)).said).toEqual([]);
    // Nothing of cases for who does not see them.
    expect((await (await following(as.accompanier, '?within=60')).heardFor(300)).said).toEqual([]);
  });

  it('goes on where the answer before it ended, and of long ago says that anything may have changed', async () => {
    const { as } = await app.clinic();
    const first = await (await following(as.supervisor)).heardFor(100);
    app.clock.advance(30_000);
    await as.attorney.post('/api/clients', { legalName: 'Between Two Answers' });
    await longTold();
    app.clock.advance(30_000);
    const next = await following(as.supervisor, '?within=0', { 'last-event-id': first.id });
    expect(await next.until('cases')).toEqual(['cases']);
    app.clock.advance(3_600_000);
    const afterAnHour = await following(as.supervisor, '', { 'last-event-id': first.id });
    expect((await afterAnHour.heardFor(300)).messages).toEqual(['[]']);
  });

  it('refuses an age that is none', async () => {
    const { status, body } = await clinic.as.attorney.get('/api/changes?within=soon');
    expect([status, body.errors[0].field]).toEqual([422, 'within']);
  });

  it('stays in its organisation', async () => {
    const [one, other] = [await app.clinic(), await app.clinic()];
    const here = await following(one.as.attorney);
    const there = await following(other.as.attorney);
    const heard = there.until('appointments');
    let isHeard = false;
    void heard.then(() => (isHeard = true));
    while (!isHeard) {
      await anAppointment(other);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await one.as.attorney.post('/api/clients', { legalName: 'Somebody Here' });
    expect(await here.until('cases')).not.toContain('appointments');
  });
});

async function anAppointment({ as }: Clinic): Promise<void> {
  const { body: place } = await as.supervisor.post('/api/places', { name: 'Varick', kind: 'other' });
  const { status } = await as.attorney.post('/api/intakes', {
    client: { legalName: 'Called In' },
    appointment: { kind: 'call_in_letter', startsAt: '2018-03-20T14:00:00Z', placeId: place.id },
  });
  expect(status).toBe(201);
}
