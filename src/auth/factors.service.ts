import { Injectable } from '@nestjs/common';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import type { RecoveryCodes } from './auth.dto.js';
import { type Role, seesCaseFiles } from './permissions.js';
import { RecoveryCodesService } from './recovery-codes.service.js';

/** SQL: whether the user of alias `u` has a second factor, an authenticator app or a passkey. */
export const hasFactor = `(u.totp_confirmed_at IS NOT NULL OR EXISTS (
  SELECT 1 FROM passkeys p WHERE p.organization_id = u.organization_id AND p.user_id = u.id))`;

/** The second factors that somebody has. */
export interface Factors {
  authenticator: boolean;
  passkeys: number;
  any: boolean;
}

@Injectable()
export class FactorsService {
  constructor(
    private readonly configuration: Configuration,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** Whether a role may do nothing before it has a second factor. */
  areNeededBy(role: Role): boolean {
    return this.configuration.requireSecondFactor && seesCaseFiles(role);
  }

  async of(work: Work, userId: string): Promise<Factors> {
    const [row] = await work.sql<{ authenticator: boolean; passkeys: number }>(
      `SELECT u.totp_confirmed_at IS NOT NULL AS authenticator,
              (SELECT count(*) FROM passkeys p WHERE p.organization_id = u.organization_id AND p.user_id = u.id) AS passkeys
       FROM users u WHERE u.organization_id = $1 AND u.id = $2`,
      [work.organizationId, userId],
    );
    const { authenticator, passkeys } = row ?? { authenticator: false, passkeys: 0 };
    return { authenticator, passkeys: Number(passkeys), any: authenticator || Number(passkeys) > 0 };
  }

  /** New recovery codes. @throws Problem 409 while there is no second factor whose place they could take */
  async renewRecoveryCodes(work: Work): Promise<RecoveryCodes> {
    const { userId } = work.actor;
    if (!(await this.of(work, userId)).any)
      throw Problem.conflict('second_factor.none', 'Enrol a second factor first; recovery codes come with it.');
    return this.recoveryCodes.make(work, userId);
  }

  /** Lets nobody else change this user's factors until the commit, so that two cannot each take away the last but one. */
  async hold(work: Work, userId: string): Promise<void> {
    await work.sql('SELECT 1 FROM users WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [
      work.organizationId,
      userId,
    ]);
  }

  /**
   * Called once a factor was taken away. Recovery codes stand for a factor, so they go with the last one.
   * @throws Problem 409 when it was the last and the role needs one
   */
  async afterLoss(work: Work, userId: string): Promise<void> {
    if ((await this.of(work, userId)).any) return;
    if (this.areNeededBy(work.actor.role as Role))
      throw Problem.conflict(
        'second_factor.last',
        'This is your last second factor, and your role needs one. Enrol another first, then remove this.',
      );
    await this.recoveryCodes.remove(work, userId);
  }
}
