import { createHmac, timingSafeEqual } from 'node:crypto';

export const timestampHeader = 'letterbox-timestamp';
export const signatureHeader = 'letterbox-signature';

/** A request is taken for so long after it was signed, and so long before, as clocks differ. */
const windowMs = 5 * 60_000;

const codeOf = (secret: string, timestamp: string, body: string | Buffer) =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();

/** Headers that say who sent a body and when: HMAC-SHA256 over `<seconds since 1970>.<body>`. */
export function signed(secret: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    [timestampHeader]: timestamp,
    [signatureHeader]: `v1=${codeOf(secret, timestamp, body).toString('hex')}`,
  };
}

/** When a body was signed with this secret; undefined for one that was not, or not just now. */
export function signedAt(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: Buffer,
  now: Date,
): Date | undefined {
  const [timestamp, signature] = [headers[timestampHeader], headers[signatureHeader]];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,11}$/.test(timestamp)) return undefined;
  const given = /^v1=([0-9a-f]{64})$/.exec(signature)?.[1];
  if (!given || !timingSafeEqual(Buffer.from(given, 'hex'), codeOf(secret, timestamp, body))) return undefined;
  const at = new Date(Number(timestamp) * 1000);
  return Math.abs(now.getTime() - at.getTime()) <= windowMs ? at : undefined;
}
