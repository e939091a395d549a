import { randomBytes } from 'node:crypto';
import { Place } from '../../src/places/place.entity.js';
import type { Channel, Message, Receipt } from '../../src/platform/channels/channel.js';
import { SendingService } from '../../src/reminders/sending.service.js';
import { SweepService } from '../../src/reminders/sweep.service.js';
import type { Clinic, TestApplication } from '../support/application.js';

/** Keeps what is sent; answers as it is told to. */
export class FakeChannel implements Channel {
  readonly driver = 'fake';
  readonly standIn = false;
  deliversOnce = true;
  readonly sent: Message[] = [];
  /** Thrown by the next tries, one each. */
  readonly failures: Error[] = [];
  /** Awaited before each answer. */
  before: (() => Promise<void>) | undefined;

  async send(message: Message): Promise<Receipt> {
    await this.before?.();
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.sent.push(message);
    return { providerId: `fake-${message.id}` };
  }

  of(reminderId: string): Message[] {
    return this.sent.filter(({ id }) => id === reminderId);
  }
}

export interface Shown {
  id: string;
  kind: string;
  recipientType: string;
  recipientId: string;
  channel: string;
  offset: string;
  dueAt: string;
  state: string;
  language: string;
  content: string;
  clientCode: string;
  subjectId: string;
  lastErrorCode: string | null;
  attempts: number;
}

export const texted = { phone: '+17185550123', smsConsent: 'opted_in', phoneSafeToText: 'yes' };

/** A case file of a person who may be texted, unless said otherwise. */
export async function aCase(
  clinic: Clinic,
  person: object = texted,
): Promise<{ clientId: string; code: string; placeId: string; version: number }> {
  const { body, status } = await clinic.as.attorney.post('/api/clients', {
    legalName: 'Test Person',
    assignedAttorneyId: clinic.as.attorney.userId,
    ...person,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const [place] = await clinic.inWork((work) =>
    work.insert(Place, [
      { name: `Room ${randomBytes(3).toString('hex')}`, kind: 'ice_office', zone: 'America/New_York' },
    ]),
  );
  return { clientId: body.id, code: body.code, placeId: place!.id, version: body.version };
}

/** Wednesday 14 March 2018, 10:00 in New York, three days after the clocks were put forward; unless said. */
export async function anAppointment(clinic: Clinic, of: { clientId: string; placeId: string }, wanted: object = {}) {
  const { body, status } = await clinic.as.attorney.post(`/api/clients/${of.clientId}/appointments`, {
    kind: 'call_in_letter',
    startsAt: '2018-03-14T14:00:00Z',
    placeId: of.placeId,
    ...wanted,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as { id: string; version: number; startsAt: string };
}

export async function comesAlong(
  clinic: Clinic,
  appointmentId: string,
  userId: string,
): Promise<{ id: string; version: number }> {
  const { body, status } = await clinic.as.attorney.post(`/api/appointments/${appointmentId}/accompaniments`, {
    userId,
    role: 'volunteer',
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** The client's reminders, soonest first. */
export async function remindersOf(clinic: Clinic, clientId: string, query = ''): Promise<Shown[]> {
  const { body, status } = await clinic.as.attorney.get(`/api/clients/${clientId}/reminders?limit=100${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
}

export const toClient = (reminders: Shown[]) => reminders.filter(({ recipientType }) => recipientType === 'client');
export const brief = (reminders: Shown[]) => reminders.map(({ offset, dueAt, state }) => [offset, dueAt, state]);

/** Rings the alarm of a reminder by hand, as a worker would. */
export const ring = (app: TestApplication, clinic: Clinic, reminderId: string) =>
  app.app.get(SendingService).ring({ organizationId: clinic.id, reminderId });

export const sweep = (app: TestApplication) => app.app.get(SweepService).sweep();

/** Waits until something is so. @throws after `ms` */
export async function until(what: () => boolean | Promise<boolean>, ms = 100_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('It did not become so.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
