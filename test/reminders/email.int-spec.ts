import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Message, PermanentFailure, TransientFailure } from '../../src/platform/channels/channel.js';
import { SmtpChannel } from '../../src/platform/channels/smtp.channel.js';

/** As much of a mail server as sends one message; answers RCPT and DATA as told. */
class MailServer {
  readonly received: string[] = [];
  answers: { rcpt?: string; data?: string } = {};
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly sockets = new Set<Socket>();

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let data: string | undefined;
    let line = '';
    const say = (text: string) => socket.write(`${text}\r\n`);
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      line += String(chunk);
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        const command = line.slice(0, end);
        line = line.slice(end + 2);
        if (data !== undefined) {
          if (command !== '.') data += `${command}\n`;
          else {
            if (!this.answers.data) this.received.push(data);
            data = undefined;
            say(this.answers.data ?? '250 taken over');
          }
        } else if (/^DATA/i.test(command)) {
          data = '';
          say('354 go on');
        } else if (/^STARTTLS/i.test(command)) say('502 not here');
        else if (/^RCPT/i.test(command)) say(this.answers.rcpt ?? '250 ok');
        else if (/^QUIT/i.test(command)) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  }
}

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
