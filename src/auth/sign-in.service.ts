import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Problem } from '../platform/http/problem.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { AccountChanged } from './account-changed.js';
import { AttemptsService } from './attempts.service.js';
import type { Me, SignedIn, SignIn, UseLink } from './auth.dto.js';
import { FactorsService } from './factors.service.js';
import type { Attempt } from './passkeys/challenges.js';
import { PasskeyProofsService } from './passkeys/passkey-proofs.service.js';
import type { PasskeyQuestion } from './passkeys/passkeys.dto.js';
import { LanguageChanged } from './language-changed.js';
import { endLinksOf } from './one-time-links.js';
import { permissionsOf } from './permissions.js';
import { checkHashing, hashPassword, isOutdated, passwordMatches, tokenHash } from './secrets.js';
import { type Known, PasswordStrength } from './password-strength.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type SignInFrom } from './sessions.service.js';
import { StepUpService } from './step-up.service.js';
import { nobody, User } from './user.entity.js';

const factorRequiredCode = 'second_factor.required';

/** `device`: token of the device cookie, for who keeps cookies. */
export type SignInOutcome = { token: string; device?: string } & SignedIn;

interface LoginRow {
  id: string;
  organization_id: string;
}

@Injectable()
export class SignInService implements OnModuleInit {
  constructor(
    private readonly works: Works,
    private readonly attempts: AttemptsService,
    private readonly clock: Clock,
    private readonly organizations: OrganizationsService,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsService,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeyProofsService,
    private readonly stepUps: StepUpService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly strength: PasswordStrength,
  ) {}

  onModuleInit(): Promise<void> {
    return checkHashing();
  }

  /**
   * Checks e-mail, password and, once enrolled, the second factor. An address that nobody has is judged with the same
   * statements and the same Argon2 as one that somebody has, and a wrong password with the same work on the code.
   * @returns the session token, the token of the device, and whether a second factor must be enrolled
   * @throws Problem 401 with one answer for an unknown account, a wrong password and a wrong code; 401
   * `second_factor.required` when all is right but the second factor is missing; 429 while locked after many failures
   */
  async signIn(given: SignIn, origin: string | undefined, from: SignInFrom): Promise<SignInOutcome> {
    const attempt = await this.attempts.begin(given.email, from.known);
    const login = (await this.findLogin(given.email)) ?? { id: nobody, organization_id: nobody };
    // A refusal must be remembered, so the outcome is decided inside the transaction and thrown after it.
    const outcome = await this.works.run(login.organization_id, (work) => this.judge(work, login.id, given, from), {
      origin,
      actor: { userId: login.id, role: 'signing_in', permissions: new Set() },
    });
    if (outcome instanceof Problem) {
      if (outcome.code === factorRequiredCode) await this.attempts.giveBack(attempt);
      throw outcome;
    }
    await this.attempts.succeed(attempt);
    // A program keeps no cookies; each of its sign-ins would be a device more.
    const keepsCookies = from.device && from.device !== 'Program';
    return keepsCookies ? { ...outcome, device: await this.attempts.remember(given.email, from.known) } : outcome;
  }

  private async judge(work: Work, id: string, given: SignIn, from: SignInFrom): Promise<SignInOutcome | Problem> {
    const { password, code, passkey } = given;
    const user = await work.manager.findOneBy(User, { id });
    const factors = await this.factors.of(work, id);
    const matches = await passwordMatches(user?.state === 'active' ? user.passwordHash : undefined, password);
    const attempt: Attempt = { purpose: 'second_factor', bound: id };
    if (matches && factors.any && !code && !passkey)
      return factorRequired(factors.authenticator, await this.passkeys.ask(work, id, attempt));
    // Looked at in any case, with nobody in place of whose password was wrong: no code of theirs is used up.
    const shown = passkey
      ? await this.passkeys.accepts(work, matches ? id : nobody, passkey, attempt)
      : code !== undefined && (await this.secondFactor.accepts(work, matches ? user! : undefined, code));
    if (!user || !matches || (factors.any && !shown)) {
      const line = { event: 'session.refused' as const, subjectType: 'user', subjectId: id };
      if (user) work.audit(line);
      else work.auditInVain(line);
      return wrongCredentials();
    }
    if (isOutdated(user.passwordHash!))
      await work.execute('UPDATE users SET password_hash = $2 WHERE id = $1', [id, await hashPassword(password)]);
    const token = await this.sessions.start(work, id, factors.any, from);
    const proof = !factors.any ? 'password' : passkey ? 'passkey' : 'code';
    work.audit({ event: 'session.started', subjectType: 'user', subjectId: id, details: { proof } });
    return { token, mustEnrolSecondFactor: !factors.any && this.factors.areNeededBy(user.role) };
  }

  private async findLogin(email: string): Promise<LoginRow | undefined> {
    const opening = await this.works.open();
    try {
      const [row] = await opening.sql<LoginRow>('SELECT * FROM find_login($1)', [email.trim().toLowerCase()]);
      return row;
    } finally {
      await opening.rollback();
    }
  }

  /** Who I am and what I may do. */
  async me(work: Work): Promise<Me> {
    const user = await work.manager.findOneByOrFail(User, { id: work.actor.userId });
    const organization = await this.organizations.own(work);
    const factors = await this.factors.of(work, user.id);
    return {
      user: {
        id: user.id,
        displayName: user.displayName,
        email: user.email,
        language: user.language ?? null,
        role: user.role,
      },
      version: user.version,
      role: user.role,
      permissions: [...permissionsOf[user.role]].filter((permission) => work.may(permission)),
      organization: { id: organization.id, name: organization.name, zone: organization.zone },
      mustEnrolSecondFactor: !factors.any && this.factors.areNeededBy(user.role),
      hasSecondFactor: factors.any,
      hasAuthenticator: factors.authenticator,
      hasPasskeys: factors.passkeys > 0,
      recoveryCodesLeft: factors.any ? await this.recoveryCodes.left(work, user.id) : null,
    };
  }

  async changePassword(work: Work, currentPassword: string, newPassword: string): Promise<void> {
    const user = await work.manager.findOneByOrFail(User, { id: work.actor.userId });
    await this.stepUps.prove(work, 'currentPassword', () => passwordMatches(user.passwordHash, currentPassword));
    const { name } = await this.organizations.own(work);
    await this.strength.mustBeStrong('newPassword', newPassword, { ...user, organizationName: name });
    await work.execute('UPDATE users SET password_hash = $2 WHERE id = $1', [user.id, await hashPassword(newPassword)]);
    await this.sessions.endAll(work, user.id, work.actor.sessionId);
    await endLinksOf(work, user.id);
    work.audit({ event: 'password.changed', subjectType: 'user', subjectId: user.id });
    await work.emit(new AccountChanged(user.id, 'password_changed'));
  }

  /**
   * Uses an invitation or reset link: sets the password and lets the account in. Whoever follows an invitation is written to
   * in the language in which they read it, unless one was chosen for them. @throws Problem 404 when spent or expired
   */
  async useLink({ token, password, language }: UseLink): Promise<void> {
    const opening = await this.works.open();
    let link: { organization_id: string; user_id: string; id: string } | undefined;
    try {
      [link] = await opening.sql('SELECT * FROM find_link($1, $2)', [tokenHash(token), this.clock.now()]);
    } finally {
      await opening.rollback();
    }
    if (!link) throw noSuchLink();
    const { organization_id, user_id, id } = link;
    await this.strength.mustBeStrong('password', password, await this.knownOf(organization_id, user_id));
    const passwordHash = await hashPassword(password);
    await this.works.run(
      organization_id,
      async (work) => {
        // Whoever disables an account holds its row, and ends its links in the same transaction.
        const [before] = await work.sql<{ state: string; language: string | null }>(
          'SELECT state, language FROM users WHERE id = $1 FOR UPDATE',
          [user_id],
        );
        const used = await work.execute('UPDATE one_time_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL', [
          id,
          work.now,
        ]);
        if (used === 0 || before?.state === 'disabled') throw noSuchLink();
        await work.execute(`UPDATE users SET password_hash = $2, state = 'active' WHERE id = $1`, [
          user_id,
          passwordHash,
        ]);
        await this.sessions.endAll(work, user_id);
        await endLinksOf(work, user_id);
        work.audit({ event: 'password.set', subjectType: 'user', subjectId: user_id });
        // Whoever follows an invitation had none before.
        if (before?.state === 'invited' && before.language === null && language) {
          await work.execute('UPDATE users SET language = $2 WHERE id = $1', [user_id, language]);
          await work.emit(new LanguageChanged(user_id, language));
        }
        if (before?.state === 'active') await work.emit(new AccountChanged(user_id, 'password_changed'));
      },
      { actor: { userId: user_id, role: 'signing_in', permissions: new Set() } },
    );
  }

  /** What others know of somebody, which their password must not be made of. */
  private async knownOf(organizationId: string, userId: string): Promise<Known> {
    const [known] = await this.works.run(organizationId, (work) =>
      work.sql<Known>(
        `SELECT u.display_name AS "displayName", u.email, o.name AS "organizationName"
         FROM users u JOIN organizations o ON o.id = u.organization_id WHERE u.organization_id = $1 AND u.id = $2`,
        [organizationId, userId],
      ),
    );
    return known ?? {};
  }
}

/** One answer for whatever is wrong. */
export const wrongCredentials = () => new Problem(401, 'credentials.wrong', 'E-mail, password or code are not right.');

/** One answer for each link that leads nowhere. */
const noSuchLink = () =>
  new Problem(
    404,
    'link.not_found',
    'This link was used already, has expired, or a newer one was made. Ask for a new one.',
  );

const factorRequired = (authenticator: boolean, question: PasskeyQuestion | undefined) =>
  new Problem(
    401,
    factorRequiredCode,
    question
      ? 'Show a passkey as well, or write the six digits of your authenticator or a recovery code.'
      : 'Write the six digits of your second factor as well.',
    { members: { authenticator, ...(question ? { passkey: question } : {}) } },
  );
