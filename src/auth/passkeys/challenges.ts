import { Injectable } from '@nestjs/common';
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import type { Work } from '../../platform/database/work.js';

/** How long somebody has for touching a key or showing a face. */
export const challengeMinutes = 5;

const randomLength = 16;
const expiryLength = 6;
const macLength = 16;

/** What a challenge was made for; it is worth nothing for anything else. */
export interface Attempt {
  purpose: 'enrol' | 'step_up' | 'second_factor' | 'sign_in';
  /** The session that asked, or the user whose password was right; empty while nobody is known. */
  bound: string;
}

/**
 * Challenges for passkeys (WebAuthn, 13.4.3): 16 random bytes, until when they count, and a code over both and over what they
 * are for. So asking for one writes nothing, which matters where anybody may ask; answering one writes it down as spent.
 */
@Injectable()
export class Challenges {
  private readonly key: Buffer;

  constructor(keyRing: KeyRing) {
    const { bytes } = keyRing.masters.first;
    this.key = Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), 'letterbox challenges', 32));
  }

  /** @returns base64url, good for {@link challengeMinutes} */
  make(attempt: Attempt, now: Date): string {
    const body = Buffer.alloc(randomLength + expiryLength);
    randomBytes(randomLength).copy(body);
    body.writeUIntBE(now.getTime() + challengeMinutes * 60_000, randomLength, expiryLength);
    return Buffer.concat([body, this.codeOf(attempt, body)]).toString('base64url');
  }

  /**
   * Takes the challenge that a browser answered, and spends it.
   * @param clientData `clientDataJSON` in base64url
   * @returns the challenge; undefined unless it was made for this attempt, counts still and was never answered before
   */
  async take(work: Work, attempt: Attempt, clientData: string): Promise<string | undefined> {
    const challenge = challengeIn(clientData);
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== randomLength + expiryLength + macLength) return undefined;
    const body = bytes.subarray(0, randomLength + expiryLength);
    if (!timingSafeEqual(bytes.subarray(body.length), this.codeOf(attempt, body))) return undefined;
    const expiresAt = new Date(body.readUIntBE(randomLength, expiryLength));
    if (expiresAt <= work.now) return undefined;
    const spent = await work.execute(
      `INSERT INTO spent_challenges (challenge_hash, organization_id, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [createHash('sha256').update(bytes).digest(), work.organizationId, expiresAt],
    );
    return spent === 1 ? challenge : undefined;
  }

  private codeOf({ purpose, bound }: Attempt, body: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}\n${bound}\n`).update(body).digest().subarray(0, macLength);
  }
}

/** What was asked, as the browser repeats it; empty where it does not. */
export function challengeIn(clientData: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}
