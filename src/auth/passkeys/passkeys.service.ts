import { Injectable } from '@nestjs/common';
import { AccountChanged } from '../account-changed.js';
import type { Work } from '../../platform/database/work.js';
import { type Page, pageFrom, PageQuery, positionOf, scopeOf } from '../../platform/http/paging.js';
import { Problem } from '../../platform/http/problem.js';
import { FactorsService } from '../factors.service.js';
import { RecoveryCodesService } from '../recovery-codes.service.js';
import { User } from '../user.entity.js';
import { type Attempt, challengeMinutes, Challenges } from './challenges.js';
import { handleOf } from './passkey-proofs.service.js';
import { Passkey } from './passkey.entity.js';
import type {
  ChangePasskey,
  EnrolledPasskey,
  NewCredential,
  NewPasskey,
  PasskeyAnswer,
  PasskeyQuestion,
} from './passkeys.dto.js';
import { RelyingParty } from './relying-party.js';
import { webauthn } from './webauthn.js';

/** Ed25519, ES256 and RS256, as COSE names them. */
const algorithms = [-8, -7, -257];
const most = 10;
/** Bytes of an id that nobody guesses (WebAuthn 3, 4: at least 16). */
const shortestId = 16;

/** The passkeys that somebody has: a phone, a computer, a key on the keyring. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly challenges: Challenges,
    private readonly party: RelyingParty,
    private readonly factors: FactorsService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** What a browser needs to make a passkey for whoever asks. @throws Problem 409 when they have {@link most} */
  async ask(work: Work): Promise<PasskeyQuestion> {
    const user = await work.manager.findOneByOrFail(User, { id: work.actor.userId });
    const known = await work.manager.findBy(Passkey, { organizationId: work.organizationId, userId: user.id });
    if (known.length >= most)
      throw Problem.conflict('passkey.too_many', `You have ${most} passkeys. Remove one that you no longer use.`);
    const { generateRegistrationOptions } = await webauthn();
    const publicKey = await generateRegistrationOptions({
      rpName: this.party.name,
      rpID: this.party.id,
      userID: handleOf(user.id),
      userName: user.email,
      userDisplayName: user.displayName,
      challenge: new Uint8Array(Buffer.from(this.challenges.make(attemptOf(work), work.now), 'base64url')),
      timeout: challengeMinutes * 60_000,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId.toString('base64url'),
        transports,
      })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      supportedAlgorithmIDs: algorithms,
    });
    return { publicKey };
  }

  /**
   * Keeps a new passkey. The first second factor brings recovery codes along.
   * @throws Problem 422 when what the browser answered does not fit the question, 409 when the passkey is known already
   */
  async enrol(work: Work, { label, credential }: NewPasskey): Promise<EnrolledPasskey> {
    const userId = work.actor.userId;
    const made = await this.judged(work, credential);
    await this.factors.hold(work, userId);
    const had = await this.factors.of(work, userId);
    const credentialId = Buffer.from(made.id, 'base64url');
    const [taken] = await work.sql('SELECT 1 FROM find_passkey($1)', [credentialId]);
    if (taken) throw Problem.conflict('passkey.known', 'This passkey is enrolled already.').keepingWork();
    const [passkey] = await work.insert(Passkey, [
      {
        label,
        userId,
        credentialId,
        publicKey: Buffer.from(made.publicKey),
        counter: made.counter,
        transports: credential.response.transports ?? [],
        lastUsedAt: null,
      },
    ]);
    work.audit({ event: 'passkey.enrolled', subjectType: 'user', subjectId: userId, details: { ids: [passkey!.id] } });
    await work.emit(new AccountChanged(userId, 'passkey_added'));
    const recoveryCodes = had.any ? null : (await this.recoveryCodes.make(work, userId)).recoveryCodes;
    return { ...answerOf(passkey!), recoveryCodes };
  }

  private async judged(work: Work, credential: NewCredential) {
    const challenge = await this.challenges.take(work, attemptOf(work), credential.response.clientDataJSON);
    const { verifyRegistrationResponse } = await webauthn();
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: { ...credential, clientExtensionResults: {} },
        // None that a browser could have repeated.
        expectedChallenge: challenge ?? '',
        expectedOrigin: this.party.origins,
        expectedRPID: this.party.id,
        requireUserVerification: false,
        supportedAlgorithmIDs: algorithms,
      });
      const isLong = Buffer.from(registrationInfo?.credential.id ?? '', 'base64url').length >= shortestId;
      if (challenge && verified && isLong) return registrationInfo.credential;
    } catch {
      // The library throws for whatever is not as it must be; all of it is one answer.
    }
    throw Problem.invalidField(
      'credential',
      'passkey.refused',
      'This passkey does not answer our question, or too late. Begin again.',
    ).keepingWork();
  }

  async list(work: Work, query: PageQuery): Promise<Page<PasskeyAnswer>> {
    const scope = scopeOf('passkeys', query);
    const position = positionOf(scope, query.cursor);
    const rows = await work.sql<Passkey>(
      `SELECT id, version, label, last_used_at AS "lastUsedAt", created_at AS "createdAt", created_by AS "createdBy",
              updated_at AS "updatedAt", updated_by AS "updatedBy"
       FROM passkeys WHERE organization_id = $1 AND user_id = $2 AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [work.organizationId, work.actor.userId, position?.id ?? null, query.limit + 1],
    );
    return pageFrom(scope, rows, query.limit, (row) => row.id, answerOf);
  }

  async rename(work: Work, id: string, version: number, input: ChangePasskey): Promise<PasskeyAnswer> {
    const passkey = await work.change(Passkey, 'passkey', await this.own(work, id), version, input);
    work.audit({
      event: 'passkey.renamed',
      subjectType: 'user',
      subjectId: work.actor.userId,
      details: { ids: [id] },
    });
    return answerOf(passkey);
  }

  /** @throws Problem 409 when it is the last second factor of somebody whose role needs one */
  async remove(work: Work, id: string): Promise<void> {
    const { userId } = work.actor;
    await this.factors.hold(work, userId);
    await this.own(work, id);
    await work.execute('DELETE FROM passkeys WHERE organization_id = $1 AND id = $2', [work.organizationId, id]);
    await this.factors.afterLoss(work, userId);
    work.audit({ event: 'passkey.removed', subjectType: 'user', subjectId: userId, details: { ids: [id] } });
    await work.emit(new AccountChanged(userId, 'passkey_removed'));
  }

  private async own(work: Work, id: string): Promise<Passkey> {
    const { organizationId, actor } = work;
    const passkey = await work.manager.findOneBy(Passkey, { id, organizationId, userId: actor.userId });
    if (!passkey) throw Problem.notFound('passkey');
    return passkey;
  }
}

const attemptOf = (work: Work): Attempt => ({ purpose: 'enrol', bound: work.actor.sessionId ?? '' });

const answerOf = (row: Passkey): PasskeyAnswer => ({
  id: row.id,
  version: row.version,
  label: row.label,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
});
