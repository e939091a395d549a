import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { openBytes, place, seal } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { AccountChanged } from './account-changed.js';
import type { RecoveryCodes, TotpEnrolment } from './auth.dto.js';
import { FactorsService } from './factors.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { nobody, User } from './user.entity.js';

const stepSeconds = 30;
const decoyKey = { id: 'decoy', bytes: randomBytes(32) };
const decoyPlace = place('users', 'totp_secret', nobody);
/** A secret that nobody has, sealed as everybody's are. */
const decoy = seal(decoyKey, decoyPlace, generateSecret());

/** Time-based one-time codes (RFC 6238): 30 s steps, one step of tolerance either way, no code accepted twice. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly factors: FactorsService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** Makes a new secret, which counts once a code of it was shown; until then the one before does. */
  async enrol(work: Work, user: User): Promise<TotpEnrolment> {
    const secret = generateSecret();
    const { seal: key } = await work.organizationKeys();
    await work.execute('UPDATE users SET totp_next_secret = $2 WHERE id = $1', [
      user.id,
      seal(key, place('users', 'totp_next_secret', user.id), secret),
    ]);
    return { secret, uri: generateURI({ issuer: 'Letterbox', label: user.email, secret }) };
  }

  /** @returns recovery codes, shown this once; those before end. @throws Problem 422 when the code does not fit */
  async confirm(work: Work, user: User, code: string): Promise<RecoveryCodes> {
    if (!user.totpNextSecret) throw Problem.conflict('second_factor.not_started', 'Ask for a secret first.');
    const keys = await work.organizationKeys([user.totpNextSecret]);
    const secret = keys.open(place('users', 'totp_next_secret', user.id), user.totpNextSecret).toString('utf8');
    const step = await stepOf(work, secret, code);
    if (step === undefined)
      throw Problem.invalidField(
        'code',
        'code.wrong',
        'The code does not fit. Check the clock of your phone and write the next code.',
      );
    await work.execute(
      `UPDATE users SET totp_secret = $2, totp_next_secret = NULL, totp_confirmed_at = $3, totp_last_step = $4
       WHERE id = $1`,
      [user.id, seal(keys.seal, place('users', 'totp_secret', user.id), secret), work.now, step],
    );
    work.audit({ event: 'second_factor.enrolled', subjectType: 'user', subjectId: user.id });
    await work.emit(new AccountChanged(user.id, 'second_factor_added'));
    return this.recoveryCodes.make(work, user.id);
  }

  /**
   * Whether a code, or the recovery code in its place, is right and new; a right one is used up.
   * @param user nobody where the code counts for nothing, and yet must take as long to be refused
   */
  async accepts(work: Work, user: User | undefined, code: string): Promise<boolean> {
    if (code.length !== 6) return this.recoveryCodes.use(work, user?.id ?? nobody, code);
    const sealed = user?.totpConfirmedAt ? user.totpSecret : null;
    const keys = await this.organizations.keysAnew(work);
    const secret = sealed
      ? keys.open(place('users', 'totp_secret', user!.id), sealed)
      : openBytes(decoyKey, decoyPlace, decoy);
    const step = await stepOf(work, secret.toString('utf8'), code);
    if (!user || !sealed || step === undefined) return false;
    const used = await work.execute(
      'UPDATE users SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
      [user.id, step],
    );
    return used === 1;
  }

  /** Takes one's own authenticator off. @throws Problem 404 without one, 409 when it is the last factor and one is needed */
  async remove(work: Work, userId: string): Promise<void> {
    await this.factors.hold(work, userId);
    const removed = await work.execute(`${takeOff} AND totp_confirmed_at IS NOT NULL`, [userId]);
    if (removed === 0) throw Problem.notFound('second_factor');
    await this.factors.afterLoss(work, userId);
    work.audit({ event: 'second_factor.removed', subjectType: 'user', subjectId: userId });
    await work.emit(new AccountChanged(userId, 'second_factor_removed'));
  }

  /** Takes everything off that somebody has: authenticator, passkeys, recovery codes. */
  async reset(work: Work, userId: string): Promise<void> {
    await this.recoveryCodes.remove(work, userId);
    await work.execute('DELETE FROM passkeys WHERE organization_id = $1 AND user_id = $2', [
      work.organizationId,
      userId,
    ]);
    await work.execute(takeOff, [userId]);
    work.audit({ event: 'second_factor.reset', subjectType: 'user', subjectId: userId });
    await work.emit(new AccountChanged(userId, 'second_factor_reset'));
  }
}

const takeOff = `UPDATE users SET totp_secret = NULL, totp_next_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
  WHERE id = $1`;

/** @returns the time step that a code is of; undefined when it is of none near now */
async function stepOf(work: Work, secret: string, code: string): Promise<number | undefined> {
  const epoch = Math.floor(work.now.getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: stepSeconds });
  return result.valid ? Math.floor(epoch / stepSeconds) + (result.delta ?? 0) : undefined;
}
