import type { Clock } from '../clock.js';
import {
  type Channel,
  type FinalState,
  type Message,
  PermanentFailure,
  type Receipt,
  TransientFailure,
} from './channel.js';
import { exchange } from './exchange.js';
import type { FailureCode } from './failure-codes.js';
import { signed } from './signed-body.js';

/** Words of a gateway for what will never arrive, as the states that they come to. */
const finalCodes = new Map<string | undefined, [FailureCode, FinalState]>([
  ['number_invalid', ['sms.number_invalid', 'failed']],
  ['opted_out', ['sms.opted_out', 'opted_out']],
  ['blocked', ['sms.blocked', 'carrier_blocked']],
]);
const ofTheMessage = new Set([400, 404, 410, 413, 422]);

/**
 * Text messages through a gateway of one's own: `{id, to, text, receiptsAt}` is posted to it, signed. It sends a message
 * once for each `Idempotency-Key` and answers 2xx, with `{id}` if it has a name of its own for it.
 */
export class WebhookChannel implements Channel {
  readonly driver = 'webhook';
  readonly standIn = false;
  readonly deliversOnce = true;

  constructor(
    private readonly gateway: { url: string; secret: string },
    private readonly clock: Clock,
    private readonly patienceMs?: number,
  ) {}

  async send({ id, to, text, receiptsAt }: Message): Promise<Receipt> {
    const body = JSON.stringify({ id, to, text, receiptsAt });
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      ...signed(this.gateway.secret, body, this.clock.now()),
    };
    const { status, text: said } = await exchange(this.gateway.url, { method: 'POST', headers, body }, this.patienceMs);
    const { id: theirs, code } = partsOf(said);
    if (status < 300) return { providerId: theirs ?? id };
    const final = finalCodes.get(code);
    if (final) throw new PermanentFailure(...final);
    if (ofTheMessage.has(status)) throw new PermanentFailure(`sms.http_${status}`);
    throw new TransientFailure(status === 401 || status === 403 ? 'sms.sign_in_refused' : `sms.http_${status}`);
  }
}

function partsOf(text: string): { id?: string | undefined; code?: string | undefined } {
  try {
    const { id, code } = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    const named = (value: unknown) =>
      typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value) ? value : undefined;
    return { id: named(id), code: named(code) };
  } catch {
    return {};
  }
}
