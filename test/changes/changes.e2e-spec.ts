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
async function following({ token }: Caller) {
  const stop = new AbortController();
  ends.push(() => stop.abort());
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/changes`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const said = () => [...text.matchAll(/^data: (.*)$/gm)].flatMap(([, data]) => JSON.parse(data!) as string[]);
  const until = async (topic: string) => {
    while (!said().includes(topic)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`It ended before it said ${topic}: ${text}`);
      text += value;
    }
    return said();
  };
  return { answer, until };
}

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
