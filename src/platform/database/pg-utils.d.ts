// Part of `pg` that its types leave out.
declare module 'pg/lib/utils.js' {
  /** What a parameter is sent as: dates, arrays and objects in PostgreSQL's own writing. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
