import { useCallback, useRef } from 'react';

/** The version of a record as If-Match wants it. */
export const ifMatch = (record: { version?: unknown }) => `"${String(record.version)}"`;

/** For a POST that may be sent again after a lost answer. */
export const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });
export type Once = ReturnType<typeof once>;

/**
 * For a form that makes something.
 * @returns the same key as long as the same is sent: what was done already is answered once more, and not done twice
 */
export function useOnce(): (body: unknown) => Once {
  const sent = useRef({ text: '', key: '' });
  return useCallback((body) => {
    const text = JSON.stringify(body, (_, value: unknown) => (value instanceof File ? traitsOf(value) : value));
    if (sent.current.text !== text) sent.current = { text, key: newKey() };
    return once(sent.current.key);
  }, []);
}

/** A file has nothing that JSON shows. */
const traitsOf = ({ name, size, lastModified }: File) => [name, size, lastModified];

/** A random key for a POST that may have to be sent twice; works without a secure context too. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
