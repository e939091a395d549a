import type { Wording } from '../wording.js';
import { wordingLanguage, wordsOf } from './languages.js';
import { render } from './render.js';
import type { MessageName } from './words.js';

/** Who writes, as the organisation wants to be called in front of others. */
export interface Signature {
  nickname: string | null;
  callBackNumber: string | null;
}

/** How a message reaches a person; answers of one word are heard by `sms` alone. */
export type WrittenChannel = 'sms' | 'email';

/** Offsets from which on a reminder says that it is time. */
const isSoon = (offset: string) => offset === 'P1D' || offset.startsWith('PT');

/** Which message a reminder of this offset is. */
export const messageAt = (offset: string): MessageName => (isSoon(offset) ? 'soon' : 'early');

/**
 * What goes to a person's phone or mailbox. Somebody else may read it: it says neither who, what, where nor when, and
 * is signed with the organisation's nickname, never with its name.
 */
export function wordingForClient(
  message: MessageName,
  channel: WrittenChannel,
  language: string | null,
  { nickname, callBackNumber }: Signature,
): Wording {
  const known = wordingLanguage(language);
  const words = wordsOf[known];
  const values = { sign: nickname ?? words.sign, number: callBackNumber ?? 'none', channel };
  return { subject: words.subject, text: render(words[message], known, values) };
}
