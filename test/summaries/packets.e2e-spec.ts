import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let other: Clinic;

beforeAll(async () => {
  app = await TestApplication.start();
  [clinic, other] = [await app.clinic(), await app.clinic()];
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set('2018-03-01T15:00:00Z'));

/** A case with an appointment, and a packet for it. */
async function aPacket(more: object = {}) {
  const made = await aCase(clinic, { appointments: ['2018-03-08T14:00:00Z'] });
  const { status, body } = await clinic.as.advocate.post('/api/packets', { clientId: made.client.id, ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...made, packet: body as Answered };
}

const move = async (id: string, state: string, who = clinic.as.attorney): Promise<Answered> => {
  const { body } = await who.get(`/api/packets/${id}`);
  return who.patch(`/api/packets/${id}`, body.version, { state });
};
const codesOf = ({ body }: { body: Answered }) =>
  (body.errors ?? []).map(({ field, code }: Answered) => `${field} ${code}`);

describe('A packet', () => {
  it('keeps the pages as they were printed, with their hash, for the appointment that is next', async () => {
    const { client, appointments, packet } = await aPacket();
    expect(packet).toMatchObject({
      clientId: client.id,
      audience: 'accompanier',
      language: 'en',
      appointmentId: appointments[0].id,
      state: 'draft',
      expiresAt: '2018-03-10T14:00:00.000Z',
    });
    const { body: document } = await clinic.as.attorney.get(`/api/documents/${packet.documentId}`);
    expect(document).toMatchObject({ kind: 'packet', mediaType: 'application/pdf', sha256: packet.sha256 });
    expect(document.pages).toBeGreaterThan(0);
    const { body: pages } = await clinic.as.attorney.download(`/api/documents/${packet.documentId}/content`);
    expect(
      createHash('sha256')
        .update(pages as Buffer)
        .digest('hex'),
    ).toBe(packet.sha256);
    // Facts go on; what was printed stays.
    await clinic.as.attorney.patch(`/api/clients/${client.id}`, client.version, { legalName: 'Another Name' });
    expect((await clinic.as.attorney.get(`/api/packets/${packet.id}`)).body.sha256).toBe(packet.sha256);
    const { body: list } = await clinic.as.attorney.get(`/api/clients/${client.id}/packets`);
    expect(list.items.map(({ id, sha256 }: Answered) => [id, sha256])).toEqual([[packet.id, packet.sha256]]);
  });

  it('goes out when an attorney approved it, comes back, and is gone with its pages when destroyed', async () => {
    const { client, packet } = await aPacket();
    const { id, documentId } = packet;
    const early = await move(id, 'issued');
    expect([early.status, early.body.code]).toEqual([409, 'packet.no_way']);
    const byAdvocate = await move(id, 'approved', clinic.as.advocate);
    expect([byAdvocate.status, byAdvocate.body.code]).toEqual([403, 'packet.approval_not_yours']);
    for (const state of ['approved', 'issued', 'lost', 'returned']) {
      const { status, body } = await move(id, state);
      expect([status, body.state]).toEqual([200, state]);
    }
    const deleted = await clinic.as.attorney.delete(`/api/documents/${documentId}`);
    expect([deleted.status, deleted.body.code]).toEqual([409, 'document.of_packet']);
    expect((await move(id, 'destroyed')).body).toMatchObject({ state: 'destroyed', sha256: packet.sha256 });
    const opened = await clinic.as.attorney.get(`/api/documents/${documentId}/content`);
    expect([opened.status, opened.body.code]).toEqual([409, 'document.destroyed']);
    const left = await clinic.inWork((work) =>
      work.sql('SELECT 1 FROM document_pieces WHERE document_id = $1', [documentId]),
    );
    expect(left).toEqual([]);
    expect((await move(id, 'returned')).status).toBe(409);
    const lines = await clinic.inWork((work) =>
      work.sql<{ details: { state: string } }>(
        `SELECT details FROM audit_events WHERE client_id = $1 AND event = 'packet.moved' ORDER BY id`,
        [client.id],
      ),
    );
    expect(lines.map(({ details }) => details.state)).toEqual(['approved', 'issued', 'lost', 'returned', 'destroyed']);
  });

  it('says where it may go from where it is, to whoever may send it there, and goes nowhere else', async () => {
    const { packet } = await aPacket();
    const nextOf = async (who = clinic.as.attorney) => (await who.get(`/api/packets/${packet.id}`)).body.next;
    expect([packet.next, await nextOf()]).toEqual([['destroyed'], ['approved', 'destroyed']]);
    const taken = [];
    for (const state of ['approved', 'issued', 'lost', 'returned', 'destroyed']) {
      expect(await nextOf()).toContain(state);
      taken.push((await move(packet.id, state)).body.next);
    }
    expect(taken).toEqual([
      ['draft', 'issued', 'destroyed'],
      ['returned', 'lost', 'destroyed'],
      ['returned', 'destroyed'],
      ['destroyed'],
      [],
    ]);
  });

  it('expires by the clock, unless it is given longer before that', async () => {
    const { packet } = await aPacket({ expiresAt: '2018-03-05T12:00:00Z' });
    const stateOf = async () => (await clinic.as.attorney.get(`/api/packets/${packet.id}`)).body.state;
    const longer = await clinic.as.attorney.patch(`/api/packets/${packet.id}`, 1, {
      expiresAt: '2018-03-06T12:00:00Z',
    });
    expect(longer.body).toMatchObject({ expiresAt: '2018-03-06T12:00:00.000Z', state: 'draft' });
    app.clock.set('2018-03-06T11:59:00Z');
    expect(await stateOf()).toBe('draft');
    app.clock.set('2018-03-06T12:00:00Z');
    expect(await stateOf()).toBe('expired');
    const late = await clinic.as.attorney.patch(`/api/packets/${packet.id}`, 2, { expiresAt: '2018-03-09T12:00:00Z' });
    expect([late.status, late.body.code]).toEqual([409, 'packet.over']);
    expect((await move(packet.id, 'approved')).body.code).toBe('packet.no_way');
    expect((await move(packet.id, 'destroyed')).body.state).toBe('destroyed');
  });

  it('is refused with the field named, and leaves no pages behind', async () => {
    const { client, as } = await aCase(clinic);
    const another = await aCase(clinic, { appointments: ['2018-03-08T14:00:00Z'] });
    const post = (more: object) => as.attorney.post('/api/packets', { clientId: client.id, ...more });
    for (const [more, error] of [
      [{ expiresAt: '2018-03-01T15:00:00Z' }, 'expiresAt packet.expiry_past'],
      [{ expiresAt: '2018-07-01T15:00:00Z' }, 'expiresAt packet.expiry_far'],
      [{ appointmentId: another.appointments[0].id }, 'appointmentId appointment.unknown'],
      [{ audience: 'attorney', language: 'es' }, 'language summary.language_unavailable'],
    ] as const) {
      const answer = await post(more);
      expect([answer.status, codesOf(answer)]).toEqual([422, [error]]);
    }
    const chosen = await as.attorney.post('/api/packets', { clientId: another.client.id });
    const expired = await as.attorney.patch(`/api/packets/${chosen.body.id}`, 1, { state: 'expired' });
    expect([expired.status, expired.body.code]).toEqual([409, 'packet.no_way']);
    const { body } = await as.attorney.get(`/api/clients/${client.id}/documents`);
    expect(body.items).toEqual([]);
  });

  it('stays when its appointment is deleted', async () => {
    const { appointments, packet } = await aPacket();
    expect((await clinic.as.attorney.delete(`/api/appointments/${appointments[0].id}`)).status).toBe(204);
    expect((await clinic.as.attorney.get(`/api/packets/${packet.id}`)).body).toMatchObject({
      appointmentId: null,
      version: 2,
    });
  });

  it('belongs to whom the case belongs', async () => {
    const { client, packet } = await aPacket();
    for (const path of [`/api/packets/${packet.id}`, `/api/clients/${client.id}/packets`]) {
      expect((await other.as.attorney.get(path)).status).toBe(404);
      expect((await clinic.as.accompanier.get(path)).status).toBe(403);
    }
    expect((await other.as.attorney.post('/api/packets', { clientId: client.id })).status).toBe(404);
    expect((await other.as.attorney.patch(`/api/packets/${packet.id}`, 1, { state: 'approved' })).status).toBe(404);
  });
});
