import { createHmac } from 'node:crypto';
import { doubleMetaphone } from 'double-metaphone';

/** What a token stands for; part of the hash, so that a phone number never equals an A-number. */
export type TokenKind = 'name' | 'sound' | 'phone' | 'a_number' | 'person';

export interface SearchToken {
  kind: TokenKind;
  /** First 16 bytes of the keyed hash. */
  token: Buffer;
}

/** Words of a name, lower case, accents folded: "José  Núñez-Díaz" -> jose, nunez, diaz. */
export function nameTokens(name: string): string[] {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((token) => token.length > 0))];
}

/** How a word sounds (Double Metaphone, Philips 2000); nothing for words in scripts it does not know. */
export function soundsOf(token: string): string[] {
  return [...new Set(doubleMetaphone(token))].filter((code) => code.length >= 2);
}

/** Digits of a phone number as in E.164, ten digits taken as North American; undefined when too few to be one. */
export function phoneDigits(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7) return undefined;
  return digits.length === 10 ? `1${digits}` : digits;
}

/** A-number digits without leading zeros (`A012345678` and `12345678` are one number). */
export function aNumberDigits(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 && digits.length <= 9 ? digits : undefined;
}

export interface Identity {
  names: string[];
  dateOfBirth?: string | undefined;
  phones: string[];
  aNumber?: string | undefined;
}

/**
 * Blind index: keyed hashes of normalised tokens (HMAC-SHA256, key of its own per organisation), so that equal things
 * are found without a plain copy in the database. Only equality can be asked.
 */
export class BlindIndex {
  constructor(private readonly key: Buffer) {}

  token(kind: TokenKind, text: string): SearchToken {
    return { kind, token: createHmac('sha256', this.key).update(`${kind}\0${text}`).digest().subarray(0, 16) };
  }

  /** Tells one text from another without giving away either, not even to somebody who can guess it. */
  fingerprint(text: string): Buffer {
    return createHmac('sha256', this.key).update(`fingerprint\0${text}`).digest();
  }

  /** Every token under which a person can be found again. */
  tokensOf(identity: Identity): SearchToken[] {
    const words = [...new Set(identity.names.flatMap(nameTokens))];
    return [
      ...words.map((word) => this.token('name', word)),
      ...[...new Set(words.flatMap(soundsOf))].map((sound) => this.token('sound', sound)),
      ...this.duplicateTokens(identity).filter((token) => token.kind !== 'name'),
    ];
  }

  /** Tokens that two entries of one person share: A-number, phone, each full name with the birth date. */
  duplicateTokens(identity: Identity): SearchToken[] {
    const aNumber = identity.aNumber ? aNumberDigits(identity.aNumber) : undefined;
    const phones = [...new Set(identity.phones.map(phoneDigits).filter((digits) => digits !== undefined))];
    return [
      ...phones.map((digits) => this.token('phone', digits)),
      ...(aNumber ? [this.token('a_number', aNumber)] : []),
      ...(identity.dateOfBirth
        ? [...new Set(identity.names.map((name) => nameTokens(name).sort().join(' ')))].map((name) =>
            this.token('person', `${name}|${identity.dateOfBirth}`),
          )
        : []),
    ];
  }

  /**
   * What a search text may mean: alternatives, each a list of tokens that must all be there.
   * A text of digits is a phone or an A-number, anything else a name by letters or by sound.
   */
  alternatives(text: string): SearchToken[][] {
    const alternatives: SearchToken[][] = [];
    const phone = phoneDigits(text);
    const aNumber = aNumberDigits(text);
    if (phone) alternatives.push([this.token('phone', phone)]);
    if (aNumber) alternatives.push([this.token('a_number', aNumber)]);
    const words = nameTokens(text).filter((word) => /\p{L}/u.test(word));
    if (words.length > 0) {
      alternatives.push(words.map((word) => this.token('name', word)));
      const sounds = words.map((word) => soundsOf(word)[0]);
      if (sounds.every((sound) => sound !== undefined))
        alternatives.push(sounds.map((sound) => this.token('sound', sound)));
    }
    return alternatives;
  }
}
