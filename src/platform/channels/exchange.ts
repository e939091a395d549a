import { TransientFailure, UnconfirmedFailure } from './channel.js';

const patienceMs = 20_000;
const mostAnswered = 65_536;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** What goes wrong before anything was handed over. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * One request to a provider of text messages, whatever the answer's status. Never follows to another address.
 * @throws TransientFailure when nothing was handed over, or the provider is busy; UnconfirmedFailure when it did not
 * answer, or something in between answered for it
 */
export async function exchange(
  url: string,
  request: { method: string; headers: Record<string, string>; body?: string },
  patience = patienceMs,
): Promise<Answer> {
  let answer: Answer;
  try {
    const response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const text = (await response.text()).slice(0, mostAnswered);
    answer = { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    const code = (error as { cause?: { code?: string } }).cause?.code;
    throw code && beforeSending.has(code)
      ? new TransientFailure('sms.unreachable')
      : new UnconfirmedFailure('sms.no_answer');
  }
  const { status, headers } = answer;
  if (status === 429) throw new TransientFailure('sms.rate_limited', retryAfterOf(headers['retry-after']));
  if (status === 502 || status === 504) throw new UnconfirmedFailure(`sms.http_${status}`);
  if (status >= 500) throw new TransientFailure(`sms.http_${status}`, retryAfterOf(headers['retry-after']));
  if (status >= 300 && status < 400) throw new TransientFailure('sms.redirected');
  return answer;
}

const longestWaitMs = 3_600_000;

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from now. */
function retryAfterOf(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestWaitMs) : undefined;
}
