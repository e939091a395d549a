import nodemailer, { type Transporter } from 'nodemailer';
import {
  type Channel,
  type DeliveryFailure,
  type Message,
  PermanentFailure,
  type Receipt,
  TransientFailure,
  UnconfirmedFailure,
} from './channel.js';
import type { FailureCode } from './failure-codes.js';

interface SmtpError {
  code?: string;
  responseCode?: number;
}

/** How long a mail server may be silent, as while it looks a message through; well within the lease of a reminder. */
const patienceMs = 60_000;

/** E-mail by SMTP. */
export class SmtpChannel implements Channel {
  readonly driver = 'smtp';
  readonly standIn = false;
  /** Servers know a message by its id, and few throw the second one away. */
  readonly deliversOnce = false;
  private readonly transport: Transporter;
  /** Ids of messages whose last word has left: whatever is not answered about these may have been taken over. */
  private readonly gone = new Set<string>();
  private readonly domain: string;

  /**
   * @param url smtp://user:password@host:port, or smtps:. Both go encrypted or not at all; `?ignoreTLS=true` is for a
   * mail server on this very machine.
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
    this.transport = nodemailer.createTransport({
      url,
      // Otherwise whoever sits in between takes the offer of encryption out, and reads password and addresses.
      requireTLS: new URL(url).searchParams.get('ignoreTLS') !== 'true',
      pool: true,
      maxConnections: 3,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
    this.transport.use('stream', ({ message }, done) => {
      message.processFunc((words) => words.once('end', () => this.gone.add(message.messageId())));
      done();
    });
  }

  async send({ id, to, subject, text }: Message): Promise<Receipt> {
    // The same Message-ID at every try, so that whoever receives two copies can tell that they are one.
    const messageId = `<${id}@${this.domain}>`;
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId,
        xMailer: false,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { providerId: messageId };
    } catch (error) {
      throw failureOf(error as SmtpError, this.gone.has(messageId));
    } finally {
      this.gone.delete(messageId);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/**
 * Only what concerns this address or message is final; a wrong password of ours, for one, can be put right. A server that
 * heard all of a message and does not answer may have taken it over (RFC 5321, 4.1.1.4); of half a message it takes nothing.
 * @param gone whether all of the message had left
 */
function failureOf({ code, responseCode }: SmtpError, gone: boolean): DeliveryFailure {
  if (gone && responseCode === undefined) return new UnconfirmedFailure('email.no_answer');
  if (code === 'ETLS') return new TransientFailure('email.not_encrypted');
  if (code === 'EAUTH' || code === 'ENOAUTH') return new TransientFailure('email.sign_in_refused');
  if (responseCode === undefined) return new TransientFailure('email.unreachable');
  const named: FailureCode = `email.${responseCode}`;
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
    ? new PermanentFailure(named)
    : new TransientFailure(named);
}
