import { describe, expect, it } from '@jest/globals';
import { aSendingWorld } from './sending-world.js';
import { comesAlong, remindersOf } from './world.js';

const world = aSendingWorld();
const { clock, email, owed, ring, now, noticesOf } = world;

describe('Colleagues', () => {
  it('who come along get a message that says only which case, by e-mail where e-mail works', async () => {
    const { file, appointmentId } = await owed();
    const companion = await world.clinic.another('accompanier');
    await comesAlong(world.clinic, appointmentId, companion.userId);
    const reminder = (await remindersOf(world.clinic, file.clientId)).find(
      ({ recipientId, offset }) => recipientId === companion.userId && offset === 'PT3H',
    )!;
    expect(reminder).toMatchObject({ channel: 'email', content: 'neutral' });
    clock.set(reminder.dueAt);
    await ring(reminder.id);
    const [message] = email.of(reminder.id);
    expect(message!.to).toMatch(/^accompanier-.*@example\.org$/);
    expect(message).toMatchObject({
      subject: 'A reminder',
      text: expect.stringContaining(`${file.code}: something is coming up.`),
    });
    expect(message!.text).not.toMatch(/\bICE\b|Test Person/);
  });

  it('see their notices until they have read them, and nobody else does', async () => {
    const { file, appointmentId } = await owed();
    const debrief = (await remindersOf(world.clinic, file.clientId)).find(({ kind }) => kind === 'debrief_missing')!;
    clock.set(debrief.dueAt);
    await ring(debrief.id);
    await ring(debrief.id);
    const unread = async () =>
      (await world.clinic.as.attorney.get('/api/notices?unread=true&limit=100')).body.items.filter(
        (one: { subjectId: string }) => one.subjectId === appointmentId,
      );
    const [notice, ...others] = await unread();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'debrief_missing',
      text: `${file.code}: an appointment is over and no outcome is written down. What happened?`,
    });
    expect((await world.clinic.as.supervisor.post(`/api/notices/${notice.id}/read`)).status).toBe(404);
    const read = await world.clinic.as.attorney.post(`/api/notices/${notice.id}/read`);
    expect(read.status).toBe(200);
    expect(read.body.readAt).not.toBeNull();
    expect(await unread()).toEqual([]);
    const { items } = (await world.clinic.as.supervisor.get('/api/notices?limit=100')).body;
    expect(items.filter(({ id }: { id: string }) => id === notice.id)).toEqual([]);
  });

  it('are not asked for a debrief that is written down', async () => {
    const { file, appointmentId } = await owed();
    const debrief = (await remindersOf(world.clinic, file.clientId)).find(({ kind }) => kind === 'debrief_missing')!;
    clock.set('2018-03-14T18:00:00Z');
    const outcome = await world.clinic.as.attorney.post(`/api/appointments/${appointmentId}/outcome`, {
      outcome: 'released_no_conditions',
    });
    expect(outcome.status).toBeLessThan(300);
    clock.set(debrief.dueAt);
    await ring(debrief.id);
    expect((await now(debrief)).state).toBe('cancelled');
    expect(await noticesOf('debrief_missing', appointmentId)).toEqual([]);
  });
});
