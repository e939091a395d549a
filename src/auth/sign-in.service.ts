import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Problem } from '../platform/http/problem.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { Me, SignedIn, SignIn } from './auth.dto.js';
import { FactorsService } from './factors.service.js';
import type { Attempt } from './passkeys/challenges.js';
import { PasskeyProofsService } from './passkeys/passkey-proofs.service.js';
import type { PasskeyQuestion } from './passkeys/passkeys.dto.js';
import { permissionsOf } from './permissions.js';
import { checkHashing, hashPassword, isOutdated, passwordMatches, tokenHash } from './secrets.js';
import { type Known, PasswordStrength } from './password-strength.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type SignInFrom } from './sessions.service.js';
import { StepUpService } from './step-up.service.js';
import { User } from './user.entity.js';

const freeFailures = 5;
/** Short, so that guessing at an account on purpose does not keep its owner out: the next right answer gets in. */
const longestLockMinutes = 1;

/** Organisation and user that are nowhere. */
const nobody = '00000000-0000-7000-8000-00000000ffff';

interface LoginRow {
  id: string;
  organization_id: string;
}

@Injectable()
export class SignInService implements OnModuleInit {
  constructor(
    private readonly works: Works,
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
   * Checks e-mail, password and, once enrolled, the code of the second factor.
   * @returns the session token, and whether a second factor must be enrolled
   * @throws Problem 401 with one answer for an unknown account, a wrong password and a wrong code; 401
   * `second_factor.required` when all is right but the code is missing; 429 while locked after many failures
   */
  async signIn(
    { email, password, code, passkey }: SignIn,
    origin?: string,
    from?: SignInFrom,
  ): Promise<{ token: string } & SignedIn> {
    const login = await this.findLogin(email);
    const now = this.clock.now();
    if (!login) throw await this.unknown(password);
    // A failure must outlive the refusal, so the outcome is decided inside the transaction and thrown after it.
    const outcome = await this.works.run(
      login.organization_id,
      async (work): Promise<({ token: string } & SignedIn) | Problem> => {
        // One attempt after the other, or many at once would count as one failure.
        const user = await work.manager.findOneOrFail(User, {
          where: { id: login.id },
          lock: { mode: 'for_no_key_update' },
        });
        if (user.lockedUntil && user.lockedUntil > now) {
          const seconds = Math.ceil((user.lockedUntil.getTime() - now.getTime()) / 1000);
          return new Problem(429, 'sign_in.locked', 'Too many failed attempts. Wait, then try again.', {
            headers: { 'retry-after': String(seconds) },
          });
        }
        const matches = await passwordMatches(user.state === 'active' ? user.passwordHash : undefined, password);
        if (!matches) return this.failed(work, user);
        const { any: enrolled, authenticator } = await this.factors.of(work, user.id);
        if (enrolled) {
          const attempt: Attempt = { purpose: 'second_factor', bound: user.id };
          if (!code && !passkey) return factorRequired(authenticator, await this.passkeys.ask(work, user.id, attempt));
          const shown = passkey
            ? await this.passkeys.accepts(work, user.id, passkey, attempt)
            : await this.secondFactor.accepts(work, user, code!);
          if (!shown) return this.failed(work, user);
        }
        if (user.failedSignIns > 0)
          await work.execute('UPDATE users SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1', [user.id]);
        if (isOutdated(user.passwordHash!))
          await work.execute('UPDATE users SET password_hash = $2 WHERE id = $1', [
            user.id,
            await hashPassword(password),
          ]);
        const token = await this.sessions.start(work, user.id, enrolled, from);
        const proof = !enrolled ? 'password' : passkey ? 'passkey' : 'code';
        work.audit({ event: 'session.started', subjectType: 'user', subjectId: user.id, details: { proof } });
        return { token, mustEnrolSecondFactor: !enrolled && this.factors.areNeededBy(user.role) };
      },
      { now, origin, actor: { userId: login.id, role: 'signing_in', permissions: new Set() } },
    );
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  }

  /** Does for an account that is not there what a wrong password does for one that is, so that both take the same time. */
  private async unknown(password: string): Promise<Problem> {
    return this.works.run(nobody, async (work) => {
      work.discard();
      await work.manager.findOne(User, { where: { id: nobody }, lock: { mode: 'for_no_key_update' } });
      await passwordMatches(undefined, password);
      return this.failed(work, { id: nobody, failedSignIns: 0 });
    });
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

  private async failed(work: Work, user: Pick<User, 'id' | 'failedSignIns'>): Promise<Problem> {
    const failures = user.failedSignIns + 1;
    const minutes = failures < freeFailures ? 0 : Math.min(2 ** (failures - freeFailures) / 4, longestLockMinutes);
    await work.execute('UPDATE users SET failed_sign_ins = $2, locked_until = $3 WHERE id = $1', [
      user.id,
      failures,
      minutes ? new Date(work.now.getTime() + minutes * 60_000) : null,
    ]);
    work.audit({ event: 'session.refused', subjectType: 'user', subjectId: user.id });
    return wrongCredentials();
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
    work.audit({ event: 'password.changed', subjectType: 'user', subjectId: user.id });
  }

  /** Uses an invitation or reset link: sets the password and lets the account in. @throws Problem 404 when spent or expired */
  async useLink(token: string, password: string): Promise<void> {
    const opening = await this.works.open();
    let link: { organization_id: string; user_id: string; id: string } | undefined;
    try {
      [link] = await opening.sql('SELECT * FROM find_link($1, $2)', [tokenHash(token), this.clock.now()]);
    } finally {
      await opening.rollback();
    }
    if (!link)
      throw new Problem(
        404,
        'link.not_found',
        'This link was used already, has expired, or was never made. Ask for a new one.',
      );
    const { organization_id, user_id, id } = link;
    await this.strength.mustBeStrong('password', password, await this.knownOf(organization_id, user_id));
    const passwordHash = await hashPassword(password);
    await this.works.run(
      organization_id,
      async (work) => {
        const used = await work.execute('UPDATE one_time_links SET used_at = $2 WHERE id = $1 AND used_at IS NULL', [
          id,
          work.now,
        ]);
        if (used === 0) throw new Problem(404, 'link.not_found', 'This link was used already. Ask for a new one.');
        await work.execute(
          `UPDATE users SET password_hash = $2, state = 'active', failed_sign_ins = 0, locked_until = NULL WHERE id = $1`,
          [user_id, passwordHash],
        );
        await this.sessions.endAll(work, user_id);
        work.audit({ event: 'password.set', subjectType: 'user', subjectId: user_id });
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

const factorRequired = (authenticator: boolean, question: PasskeyQuestion | undefined) =>
  new Problem(
    401,
    'second_factor.required',
    question
      ? 'Show a passkey as well, or write the six digits of your authenticator or a recovery code.'
      : 'Write the six digits of your second factor as well.',
    { members: { authenticator, ...(question ? { passkey: question } : {}) } },
  );
