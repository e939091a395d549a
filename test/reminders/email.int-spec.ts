import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Message,
  PermanentFailure,
  TransientFailure,
  UnconfirmedFailure,
} from '../../src/platform/channels/channel.js';
import { SmtpChannel } from '../../src/platform/channels/smtp.channel.js';
import { MailServer } from '../support/mail-server.js';

const message: Message = {
  id: '01890000-0000-7000-8000-00000000abcd',
  organizationId: '01890000-0000-7000-8000-000000000001',
  to: 'person@example.org',
  subject: 'Un recordatorio',
  text: 'Su servicio de citas: llámenos.',
  about: {
    kind: 'ice_appointment',
    subjectType: 'appointment',
    subjectId: '01890000-0000-7000-8000-00000000beef',
    clientId: null,
  },
};

describe('E-mail', () => {
  const server = new MailServer();
  let channel: SmtpChannel;
  let address: string;

  beforeAll(async () => {
    address = await server.start();
    channel = new SmtpChannel(address, 'Ana <no-reply@clinic.example>');
  });
  afterAll(() => {
    channel.close();
    server.stop();
  });
  afterEach(() => {
    server.answers = {};
    server.received.length = 0;
  });

  const failureOf = (sending: Promise<unknown>): Promise<unknown> =>
    sending.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('carries an id made from that of the reminder, the text, and nothing of what it is about', async () => {
    const { providerId } = await channel.send(message);
    expect(providerId).toBe(`<${message.id}@clinic.example>`);
    const [mail] = server.received;
    expect(mail).toContain(`Message-ID: ${providerId}`);
    expect(mail).toContain('Subject: Un recordatorio');
    expect(mail).toContain('Auto-Submitted: auto-generated');
    expect(mail).not.toMatch(/ice_appointment|beef|nodemailer/i);
  });

  it('has the same id at the second try', async () => {
    await channel.send(message);
    await channel.send(message);
    expect(server.received.map((mail) => /Message-ID: (.*)/.exec(mail)?.[1])).toEqual(
      Array(2).fill(`<${message.id}@clinic.example>`),
    );
  });

  it('to an address that does not exist fails for good', async () => {
    server.answers = { rcpt: '550 no such person@example.org here' };
    const failure = await failureOf(channel.send(message));
    expect(failure).toBeInstanceOf(PermanentFailure);
    expect((failure as PermanentFailure).code).toBe('email.550');
    expect(String(failure)).not.toContain('person@example.org');
  });

  it('that a busy server puts off is to be tried again', async () => {
    server.answers = { rcpt: '451 greylisted' };
    expect(await failureOf(channel.send(message))).toEqual(new TransientFailure('email.451'));
    server.answers = { data: '452 disk full' };
    expect(await failureOf(channel.send(message))).toEqual(new TransientFailure('email.452'));
  });

  it('that the server refuses as a message fails for good', async () => {
    server.answers = { data: '554 refused' };
    expect(await failureOf(channel.send(message))).toBeInstanceOf(PermanentFailure);
  });

  it('that the server heard to its end and did not answer may have arrived, and is not to be tried again by itself', async () => {
    server.answers = { data: 'hang up' };
    expect(await failureOf(channel.send(message))).toEqual(new UnconfirmedFailure('email.no_answer'));
    expect(server.received).toHaveLength(1);
    // Neither did the driver try it once more, nor is the next held for it.
    server.answers = {};
    await channel.send({ ...message, id: '01890000-0000-7000-8000-00000000abce' });
    expect(server.received.map((mail) => /Message-ID: <(.*)@/.exec(mail)?.[1])).toEqual([
      message.id,
      '01890000-0000-7000-8000-00000000abce',
    ]);
    server.answers = { data: '421 going down' };
    expect(await failureOf(channel.send(message))).toEqual(new TransientFailure('email.421'));
  });

  it('of which the server heard nothing, or half, is to be tried again', async () => {
    server.answers = { half: true };
    expect(await failureOf(channel.send(message))).toEqual(new TransientFailure('email.unreachable'));
    expect(server.received).toEqual([]);
  });

  it('goes to no server that does not encrypt, unless that was asked for', async () => {
    const plain = new SmtpChannel(address.replace('?ignoreTLS=true', ''), 'no-reply@clinic.example');
    expect(await failureOf(plain.send(message))).toEqual(new TransientFailure('email.not_encrypted'));
    expect(server.received).toEqual([]);
    plain.close();
  });

  it('to a server that is away is to be tried again', async () => {
    const away = new SmtpChannel('smtp://127.0.0.1:1', 'no-reply@clinic.example');
    expect(await failureOf(away.send(message))).toEqual(new TransientFailure('email.unreachable'));
    away.close();
  });
});
