import type { Clock } from '../clock.js';
import type { Configuration } from '../config/configuration.js';
import { Problem } from '../http/problem.js';
import type { Report } from '../http/raw-body.js';
import type { FinalState } from './channel.js';
import { signedAt } from './signed-body.js';

/** A text message that somebody sent to us. */
export interface InboundText {
  /** The provider's name for it. */
  id: string;
  from: string;
  text: string;
  saidAt: Date;
  /** Whether the provider sees to this word itself, and answers it. */
  handled: 'stop' | 'start' | 'help' | undefined;
}

/** What became of a message that went out. */
export interface DeliveryReport {
  providerId: string;
  state: 'sent' | 'delivered' | FinalState;
  /** The provider's word for why it did not arrive. */
  code: string | undefined;
}

const notSigned = () =>
  new Problem(403, 'webhook.not_signed', 'The signature is missing, wrong, or too old. Nothing was taken from it.');
const notUnderstood = () =>
  Problem.malformed('webhook.not_understood', 'The report lacks what it must say; see docs/reminders.md.');
/** Where no provider is set up, there is nothing here. */
const notHere = () => Problem.notFound('webhook');

const form = (body: Buffer) => Object.fromEntries(new URLSearchParams(body.toString('utf8')));

/** Reports of Twilio, signed with the auth token over the address and the form (`X-Twilio-Signature`). */
export class TwilioInbound {
  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 when Twilio did not sign it, 400 */
  async text(report: Report): Promise<InboundText> {
    const { MessageSid, From, Body = '', OptOutType } = await this.checked(report);
    if (!MessageSid || !From) throw notUnderstood();
    const handled = (['stop', 'start', 'help'] as const).find((word) => word === OptOutType?.toLowerCase());
    return { id: MessageSid, from: From, text: Body, saidAt: this.clock.now(), handled };
  }

  /** @throws Problem as {@link text} */
  async delivery(report: Report): Promise<DeliveryReport | undefined> {
    const { MessageSid, MessageStatus, ErrorCode } = await this.checked(report);
    if (!MessageSid || !MessageStatus) throw notUnderstood();
    const state = stateOfTwilio(MessageStatus, ErrorCode);
    return state && { providerId: MessageSid, state, code: ErrorCode };
  }

  private async checked({ body, headers, path }: Report): Promise<Partial<Record<string, string>>> {
    const { twilio: account, publicUrl } = this.configuration;
    if (!account) throw notHere();
    const signature = headers['x-twilio-signature'];
    const { default: sdk } = await import('twilio');
    const values = form(body);
    if (typeof signature !== 'string' || !sdk.validateRequest(account.authToken, signature, publicUrl + path, values))
      throw notSigned();
    return values;
  }
}

/** Filtered by the carrier, or not registered with it: 30004, 30007, and the 300xx of sender registration. */
const blocked = new Set(['30004', '30007', '30023', '30024', '30032', '30034', '30035']);

function stateOfTwilio(status: string, errorCode: string | undefined): DeliveryReport['state'] | undefined {
  if (status === 'sent') return 'sent';
  if (status === 'delivered' || status === 'read') return 'delivered';
  if (!['undelivered', 'failed', 'canceled'].includes(status)) return undefined;
  if (errorCode === '21610') return 'opted_out';
  return errorCode && blocked.has(errorCode) ? 'carrier_blocked' : 'failed';
}

const stateOfGateway: Partial<Record<string, DeliveryReport['state']>> = {
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  blocked: 'carrier_blocked',
  opted_out: 'opted_out',
};

/** Reports of a gateway of one's own: JSON, signed with the common secret over its time and body. */
export class GatewayInbound {
  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 when it is not signed, or not just now, 400 */
  text(report: Report): InboundText {
    const { values, at } = this.checked(report);
    const { id, from, text } = values;
    if (!isName(id) || typeof from !== 'string' || typeof text !== 'string') throw notUnderstood();
    return { id, from, text, saidAt: at, handled: undefined };
  }

  /** @throws Problem as {@link text} */
  delivery(report: Report): DeliveryReport {
    const { id, status, code } = this.checked(report).values;
    const state = typeof status === 'string' ? stateOfGateway[status] : undefined;
    if (!isName(id) || !state) throw notUnderstood();
    return { providerId: id, state, code: typeof code === 'string' ? code : undefined };
  }

  private checked({ body, headers }: Report): { values: Record<string, unknown>; at: Date } {
    const { smsGateway: gateway } = this.configuration;
    if (!gateway) throw notHere();
    const at = signedAt(gateway.secret, headers, body, this.clock.now());
    if (!at) throw notSigned();
    try {
      const values = JSON.parse(body.toString('utf8')) as unknown;
      if (values === null || typeof values !== 'object') throw notUnderstood();
      return { values: values as Record<string, unknown>, at };
    } catch {
      throw notUnderstood();
    }
  }
}

const isName = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value);
