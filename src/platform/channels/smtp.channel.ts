import nodemailer, { type Transporter } from 'nodemailer';
import { type Channel, type Message, PermanentFailure, type Receipt, TransientFailure } from './channel.js';

interface SmtpError {
  code?: string;
  responseCode?: number;
}

/** E-mail by SMTP. */
export class SmtpChannel implements Channel {
  readonly driver = 'smtp';
  readonly standIn = false;
  /** Servers know a message by its id, and few throw the second one away. */
  readonly deliversOnce = false;
  private readonly transport: Transporter;
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
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
  }

  async send({ id, to, subject, text }: Message): Promise<Receipt> {
    // The same Message-ID at every try: a mail server that saw the first throws the second away.
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
      throw failureOf(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Only what concerns this address or message is final; a wrong password of ours, for one, can be put right. */
function failureOf({ code, responseCode }: SmtpError): TransientFailure | PermanentFailure {
  if (code === 'ETLS') return new TransientFailure('email.not_encrypted');
  if (code === 'EAUTH' || code === 'ENOAUTH') return new TransientFailure('email.sign_in_refused');
  if (responseCode === undefined) return new TransientFailure('email.unreachable');
  const named = `email.${responseCode}`;
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
    ? new PermanentFailure(named)
    : new TransientFailure(named);
}
