import { randomInt } from 'node:crypto';

/** Crockford's base 32 without letters that are misheard or misread. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';

/**
 * Candidates for what follows the organisation's prefix in a case code (`BX-7KQ4M`): five random characters, 28 million
 * of them, never sequential. Several, since one may be taken.
 */
export const newCodeEndings = (count = 4) =>
  Array.from({ length: count }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join(''));
