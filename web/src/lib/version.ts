/** The version of a record as If-Match wants it. */
export const ifMatch = (record: { version?: unknown }) => `"${String(record.version)}"`;

/** For a POST that may be sent again after a lost answer. */
export const once = (key: string) => ({ headers: { 'Idempotency-Key': key } });
