/** The version of a record as If-Match wants it. */
export const ifMatch = (record: { version?: unknown }) => `"${String(record.version)}"`;

/** For a POST that may be sent again after a lost answer. */
export const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });

/** A random key for a POST that may have to be sent twice; works without a secure context too. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
