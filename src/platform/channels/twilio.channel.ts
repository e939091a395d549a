import type { Twilio } from 'twilio';
import {
  type Channel,
  DeliveryFailure,
  type FinalState,
  type Message,
  PermanentFailure,
  type Receipt,
  TransientFailure,
} from './channel.js';
import { exchange } from './exchange.js';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** A number, or the id of a messaging service (`MG...`). */
  from: string;
  /** Where the API is, if not at Twilio's own address. */
  apiUrl?: string | undefined;
}

/** Errors that concern this number or message alone; whatever else is wrong with our account can be put right. */
const final = new Map<number, FinalState>([
  [21211, 'failed'], // no valid number
  [21214, 'failed'], // cannot be reached
  [21217, 'failed'], // does not look like a number
  [21408, 'failed'], // a region that is not enabled
  [21610, 'opted_out'], // has answered STOP
  [21612, 'failed'], // no way there from our number
  [21614, 'failed'], // no mobile phone
  [21617, 'failed'], // too long
  [21635, 'failed'], // a landline
]);

interface RestError {
  code?: number;
  status?: number;
}

/**
 * Text messages through Twilio. The SDK is loaded with the first message. Twilio knows no key by which a message that is
 * handed over twice would be sent once, so what was not answered is left as unconfirmed; its receipt says what became of it.
 */
export class TwilioChannel implements Channel {
  readonly driver = 'twilio';
  readonly standIn = false;
  readonly deliversOnce = false;
  private client: Promise<Twilio> | undefined;

  constructor(
    private readonly account: TwilioAccount,
    private readonly patienceMs?: number,
  ) {}

  async send({ to, text, receiptsAt }: Message): Promise<Receipt> {
    const { from } = this.account;
    const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from };
    const receipts = receiptsAt && this.canReach(receiptsAt) ? { statusCallback: receiptsAt } : {};
    return asFailure(async () => {
      const { sid } = await (await this.sdk()).messages.create({ to, body: text, ...sender, ...receipts });
      return { providerId: sid };
    });
  }

  /** Empties the body that Twilio keeps; it can only be done once the message has ended. */
  async redact(providerId: string): Promise<void> {
    await asFailure(async () => (await this.sdk()).messages(providerId).update({ body: '' }));
  }

  private async sdk(): Promise<Twilio> {
    this.client ??= this.load();
    return this.client;
  }

  private async load(): Promise<Twilio> {
    const { default: twilio } = await import('twilio');
    const { accountSid, authToken, apiUrl } = this.account;
    return twilio(accountSid, authToken, { httpClient: requestsTo(apiUrl, this.patienceMs) as never });
  }

  /** Twilio refuses a message whose receipts would go to an address that only this machine knows. */
  private canReach(url: string): boolean {
    return this.account.apiUrl !== undefined || !['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  }
}

interface SdkRequest {
  method: string;
  uri: string;
  username: string;
  password: string;
  headers?: Record<string, string>;
  data?: Record<string, unknown>;
}

/** The SDK's requests by `fetch`: without retries of its own, told apart by whether anything was handed over. */
function requestsTo(apiUrl: string | undefined, patienceMs: number | undefined) {
  return {
    async request({ method, uri, username, password, headers = {}, data }: SdkRequest) {
      const { pathname, search } = new URL(uri);
      const answer = await exchange(
        apiUrl ? `${apiUrl.replace(/\/$/, '')}${pathname}${search}` : uri,
        {
          method,
          headers: {
            accept: 'application/json',
            'content-type': 'application/x-www-form-urlencoded',
            ...(headers['User-Agent'] ? { 'user-agent': headers['User-Agent'] } : {}),
            authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
          },
          ...(data ? { body: formOf(data) } : {}),
        },
        patienceMs,
      );
      return { statusCode: answer.status, headers: answer.headers, body: JSON.parse(answer.text || '{}') as unknown };
    },
  };
}

function formOf(data: Record<string, unknown>): string {
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

async function asFailure<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof DeliveryFailure) throw error;
    const { code, status } = error as RestError;
    const state = code && final.get(code);
    if (state) throw new PermanentFailure(`sms.${code}`, state);
    if (status === 401 || status === 403) throw new TransientFailure('sms.sign_in_refused');
    throw new TransientFailure(code ? `sms.${code}` : status ? `sms.http_${status}` : 'sms.error');
  }
}
