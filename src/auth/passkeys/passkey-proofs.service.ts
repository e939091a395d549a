import { Injectable } from '@nestjs/common';
import { AccountChanged } from '../account-changed.js';
import type { Work } from '../../platform/database/work.js';
import { type Attempt, challengeMinutes, Challenges } from './challenges.js';
import type { PasskeyQuestion, UsedCredential } from './passkeys.dto.js';
import { RelyingParty } from './relying-party.js';
import { type Question, webauthn } from './webauthn.js';

interface Known {
  id: string;
  publicKey: Buffer;
}

/** The id that authenticators keep for a user: the bytes of theirs, which say nothing of the person. */
export const handleOf = (userId: string) => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'));

/** Asks for a passkey and judges what came of it. */
@Injectable()
export class PasskeyProofsService {
  constructor(
    private readonly challenges: Challenges,
    private readonly party: RelyingParty,
  ) {}

  /** What a browser needs to show one of a user's passkeys. @returns undefined where they have none */
  async ask(work: Work, userId: string, attempt: Attempt): Promise<PasskeyQuestion | undefined> {
    const known = await work.sql<{ credentialId: Buffer; transports: string[] }>(
      `SELECT credential_id AS "credentialId", transports FROM passkeys
       WHERE organization_id = $1 AND user_id = $2 ORDER BY id`,
      [work.organizationId, userId],
    );
    if (known.length === 0 || !this.party.isUsable) return undefined;
    return this.question(attempt, work.now, {
      userVerification: 'preferred',
      allowCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId.toString('base64url'),
        transports,
      })),
    });
  }

  /** What a browser needs to show any passkey that it has for us, after it has made sure who holds it. */
  askAnybody(now: Date): Promise<PasskeyQuestion> {
    return this.question({ purpose: 'sign_in', bound: '' }, now, { userVerification: 'required' });
  }

  private async question(
    attempt: Attempt,
    now: Date,
    wanted: Omit<Question, 'rpID' | 'challenge' | 'timeout'>,
  ): Promise<PasskeyQuestion> {
    const { generateAuthenticationOptions } = await webauthn();
    const publicKey = await generateAuthenticationOptions({
      ...wanted,
      rpID: this.party.id,
      challenge: new Uint8Array(Buffer.from(this.challenges.make(attempt, now), 'base64url')),
      timeout: challengeMinutes * 60_000,
    });
    return { publicKey };
  }

  /**
   * Whether this is one of the user's passkeys, answering a challenge of this attempt. The challenge is spent either way.
   * An authenticator that counts fewer uses than before was copied: it is refused, and the audit says so.
   * @param verified whether the authenticator must have made sure who holds it (a finger, a face, a PIN)
   */
  async accepts(
    work: Work,
    userId: string,
    credential: UsedCredential,
    attempt: Attempt,
    verified = false,
  ): Promise<boolean> {
    const [known] = await work.sql<Known>(
      `SELECT id, public_key AS "publicKey" FROM passkeys
       WHERE organization_id = $1 AND user_id = $2 AND credential_id = $3`,
      [work.organizationId, userId, Buffer.from(credential.id, 'base64url')],
    );
    const { userHandle } = credential.response;
    const isTheirs = !userHandle || Buffer.from(userHandle, 'base64url').equals(handleOf(userId));
    if (!known || !isTheirs || !this.party.isUsable) return false;
    const counter = await this.counterOf(work, credential, known, attempt, verified);
    return counter !== undefined && this.counts(work, known.id, userId, counter);
  }

  /** @returns how often the authenticator says it signed; undefined where anything is not as it must be */
  private async counterOf(
    work: Work,
    credential: UsedCredential,
    { publicKey }: Known,
    attempt: Attempt,
    verified: boolean,
  ): Promise<number | undefined> {
    const expectedChallenge = await this.challenges.take(work, attempt, credential.response.clientDataJSON);
    if (!expectedChallenge) return undefined;
    const { verifyAuthenticationResponse } = await webauthn();
    try {
      const answer = await verifyAuthenticationResponse({
        response: { ...credential, clientExtensionResults: {} },
        expectedChallenge,
        expectedOrigin: this.party.origins,
        expectedRPID: this.party.id,
        // The counter is compared by the statement that raises it, so that two at once cannot both pass.
        credential: { id: credential.id, publicKey: new Uint8Array(publicKey), counter: 0 },
        requireUserVerification: verified,
      });
      return answer.verified ? answer.authenticationInfo.newCounter : undefined;
    } catch {
      // The library throws for whatever is not as it must be; why, is nobody's business but ours.
      return undefined;
    }
  }

  private async counts(work: Work, id: string, userId: string, counter: number): Promise<boolean> {
    const raised = await work.execute(
      `UPDATE passkeys SET counter = $3, last_used_at = $4
       WHERE organization_id = $1 AND id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0))`,
      [work.organizationId, id, counter, work.now],
    );
    if (raised === 0) {
      work.audit({ event: 'passkey.counter_fell', subjectType: 'user', subjectId: userId });
      await work.emit(new AccountChanged(userId, 'passkey_copied'));
    }
    return raised === 1;
  }
}
