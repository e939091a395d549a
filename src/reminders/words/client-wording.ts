import type { Wording } from '../wording.js';
import { wordingLanguage, wordsOf } from './languages.js';
import { render, type Values } from './render.js';
import { type Detail, whenAndWhere } from './when-and-where.js';
import type { MessageName, Words } from './words.js';

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

/** Words of an organisation's own, in place of those that come with the program. */
export type OwnWords = Partial<Pick<Words, 'subject' | 'early' | 'soon' | 'detail'>>;

/**
 * What goes to a person's phone or mailbox. Somebody else may read it: it says neither who, what, where nor when, and
 * is signed with the organisation's nickname, never with its name.
 * @param more `detail` for a person who asked to be told when and where; `own` words of the organisation
 */
export function wordingForClient(
  message: MessageName,
  channel: WrittenChannel,
  language: string | null,
  { nickname, callBackNumber }: Signature,
  { own = {}, detail }: { own?: OwnWords | undefined; detail?: Detail | undefined } = {},
): Wording {
  const known = wordingLanguage(language);
  const words = { ...wordsOf[known], ...own };
  const values: Values = {
    sign: nickname ?? words.sign,
    number: callBackNumber ?? 'none',
    channel,
    ...(detail ? whenAndWhere(detail, known) : {}),
  };
  return { language: known, subject: words.subject, text: render(words[detail ? 'detail' : message], known, values) };
}
