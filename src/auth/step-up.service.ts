import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import type { Proof, Proven } from './auth.dto.js';
import { FactorsService, hasFactor } from './factors.service.js';
import type { Attempt } from './passkeys/challenges.js';
import { PasskeyProofsService } from './passkeys/passkey-proofs.service.js';
import type { PasskeyQuestion } from './passkeys/passkeys.dto.js';
import { passwordMatches } from './secrets.js';
import { SecondFactorService } from './second-factor.service.js';
import { freshMinutes } from './step-up.js';
import type { SessionKind } from './session.entity.js';
import { User } from './user.entity.js';

/** Wrong answers in a row after which a session ends, so that a stolen session cannot guess. */
const mostFailures = 5;

interface Proofs {
  kind: SessionKind;
  provedAt: Date | null;
  secondFactor: boolean;
  authenticator: boolean;
  enrolled: boolean;
}

/** Asks for a fresh second factor where much is at stake, and takes it. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly factors: FactorsService,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeyProofsService,
  ) {}

  /** @throws Problem 403 unless the session of this work has shown its second factor a moment ago */
  async demand(work: Work): Promise<void> {
    const [session] = await work.sql<Proofs>(
      `SELECT s.kind, s.proved_at AS "provedAt", s.second_factor AS "secondFactor",
              u.totp_confirmed_at IS NOT NULL AS authenticator, ${hasFactor} AS enrolled
       FROM sessions s JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
       WHERE s.organization_id = $1 AND s.id = $2`,
      [work.organizationId, work.actor.sessionId],
    );
    if (session?.kind === 'token') throw aToken();
    const oldest = work.now.getTime() - freshMinutes * 60_000;
    const isFresh = session?.provedAt && session.provedAt.getTime() > oldest;
    // A factor enrolled elsewhere since this session began: its password alone no longer counts.
    if (isFresh && (session.secondFactor || !session.enrolled)) return;
    const proof = session?.authenticator ? 'code' : session?.enrolled ? 'passkey' : 'password';
    throw new Problem(403, 'second_factor.fresh_needed', needed[proof], { members: { proof } });
  }

  /** What a browser needs to show one of one's passkeys. @throws Problem 404 where there is none */
  async ask(work: Work): Promise<PasskeyQuestion> {
    const question = await this.passkeys.ask(work, work.actor.userId, attemptOf(work));
    if (!question) throw Problem.notFound('passkey');
    return question;
  }

  /**
   * Takes the code of the second factor or a passkey, or the password of who has neither, as shown now.
   * @throws Problem 422 naming the field; after {@link mostFailures} wrong ones in a row the session ends
   */
  async show(work: Work, proof: Proof): Promise<Proven> {
    const user = await work.manager.findOneByOrFail(User, { id: work.actor.userId });
    const { any: enrolled, authenticator } = await this.factors.of(work, user.id);
    const { code, passkey, password } = proof;
    const field = !enrolled ? 'password' : passkey || (!authenticator && !code) ? 'passkey' : 'code';
    if (proof[field] === undefined) throw Problem.invalidField(field, `${field}.missing`, missing[field]);
    await this.prove(work, field, () => {
      if (field === 'passkey') return this.passkeys.accepts(work, user.id, passkey!, attemptOf(work));
      if (field === 'code') return this.secondFactor.accepts(work, user, code!);
      return passwordMatches(user.passwordHash, password!);
    });
    await work.execute('UPDATE sessions SET proved_at = $2, second_factor = second_factor OR $3 WHERE id = $1', [
      work.actor.sessionId,
      work.now,
      enrolled,
    ]);
    work.audit({ event: 'step_up.shown', subjectType: 'user', subjectId: user.id, details: { proof: field } });
    return { freshUntil: new Date(work.now.getTime() + freshMinutes * 60_000).toISOString() };
  }

  /**
   * Lets a signed-in person prove something by `check`, and counts wrong answers in this session.
   * @throws Problem 422 on `field` when the answer is wrong, 401 when it was one too many
   */
  async prove(work: Work, field: string, check: () => Promise<boolean>): Promise<void> {
    // Counted before it is looked at, under the lock of the row: many at once are many.
    const [session] = await work.sql<{ kind: SessionKind; failures: number }>(
      `UPDATE sessions SET failed_proofs = failed_proofs + 1 WHERE id = $1 AND revoked_at IS NULL
       RETURNING kind, failed_proofs AS failures`,
      [work.actor.sessionId],
    );
    if (!session) throw ended();
    if (session.kind === 'token') throw aToken();
    if (await check()) {
      await work.execute('UPDATE sessions SET failed_proofs = 0 WHERE id = $1', [work.actor.sessionId]);
      return;
    }
    work.audit({
      event: 'step_up.refused',
      subjectType: 'user',
      subjectId: work.actor.userId,
      details: { proof: field },
    });
    if (session.failures < mostFailures) throw Problem.invalidField(field, ...wrong[field]!).keepingWork();
    await work.execute('UPDATE sessions SET revoked_at = $2 WHERE id = $1', [work.actor.sessionId, work.now]);
    throw ended().keepingWork();
  }
}

const aToken = () =>
  Problem.forbidden(
    'token.cannot_step_up',
    'This needs a person who shows a second factor; a token cannot. Sign in and do it there.',
  );

const ended = () =>
  Problem.unauthenticated('session.ended', 'Too many wrong answers: this session has ended. Sign in again.');

const attemptOf = (work: Work): Attempt => ({ purpose: 'step_up', bound: work.actor.sessionId ?? '' });

const needed = {
  code: 'Show your second factor once more: send its code to POST /api/auth/step-up, then repeat this.',
  passkey:
    'Show a passkey once more: ask POST /api/auth/step-up/question, answer POST /api/auth/step-up, then repeat this.',
  password: 'Write your password once more: send it to POST /api/auth/step-up, then repeat this.',
};

const missing = {
  code: 'Write the six digits of your second factor.',
  passkey: 'Show a passkey, or write a recovery code.',
  password: 'Write your password; you have no second factor yet.',
};

const wrong: Record<string, [code: string, message: string]> = {
  code: ['code.wrong', 'The code does not fit or was used already. Wait for the next one and write that.'],
  passkey: ['passkey.refused', 'This passkey does not answer our question, or too late. Begin again.'],
  password: ['password.wrong', 'This is not your password.'],
  currentPassword: ['password.wrong', 'This is not your current password.'],
};
