import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { place, seal } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import type { RecoveryCodes, TotpEnrolment } from './auth.dto.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { User } from './user.entity.js';

const stepSeconds = 30;

/** Time-based one-time codes (RFC 6238): 30 s steps, one step of tolerance either way, no code accepted twice. */
@Injectable()
export class SecondFactorService {
  constructor(private readonly recoveryCodes: RecoveryCodesService) {}

  /** Makes a new secret, which counts once a code of it was shown. */
  async enrol(work: Work, user: User): Promise<TotpEnrolment> {
    if (user.totpConfirmedAt) {
      throw Problem.conflict(
        'second_factor.enrolled',
        'A second factor is enrolled already. Ask an administrator to reset it.',
      );
    }
    const secret = generateSecret();
    const { seal: key } = await work.organizationKeys();
    await work.execute('UPDATE users SET totp_secret = $2, totp_last_step = NULL WHERE id = $1', [
      user.id,
      seal(key, place('users', 'totp_secret', user.id), secret),
    ]);
    return { secret, uri: generateURI({ issuer: 'Letterbox', label: user.email, secret }) };
  }

  /** @returns recovery codes, shown this once. @throws Problem 422 when the code does not fit */
  async confirm(work: Work, user: User, code: string): Promise<RecoveryCodes> {
    if (user.totpConfirmedAt) throw Problem.conflict('second_factor.enrolled', 'A second factor is enrolled already.');
    if (!user.totpSecret) throw Problem.conflict('second_factor.not_started', 'Ask for a secret first.');
    if (!(await this.accepts(work, user, code)))
      throw Problem.invalidField(
        'code',
        'code.wrong',
        'The code does not fit. Check the clock of your phone and write the next code.',
      );
    await work.execute('UPDATE users SET totp_confirmed_at = $2 WHERE id = $1 AND totp_confirmed_at IS NULL', [
      user.id,
      work.now,
    ]);
    work.audit({ event: 'second_factor.enrolled', subjectType: 'user', subjectId: user.id });
    return this.recoveryCodes.make(work, user.id);
  }

  /** Whether a code, or the recovery code in its place, is right and new; a right one is used up. */
  async accepts(work: Work, user: User, code: string): Promise<boolean> {
    if (code.length !== 6) return this.recoveryCodes.use(work, user.id, code);
    if (!user.totpSecret) return false;
    const keys = await work.organizationKeys([user.totpSecret]);
    const secret = keys.open(place('users', 'totp_secret', user.id), user.totpSecret).toString('utf8');
    const epoch = Math.floor(work.now.getTime() / 1000);
    const result = await verify({ secret, token: code, epoch, epochTolerance: stepSeconds });
    if (!result.valid) return false;
    const step = Math.floor(epoch / stepSeconds) + (result.delta ?? 0);
    const used = await work.execute(
      'UPDATE users SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)',
      [user.id, step],
    );
    return used === 1;
  }

  async reset(work: Work, userId: string): Promise<void> {
    await this.recoveryCodes.remove(work, userId);
    await work.execute(
      'UPDATE users SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL WHERE id = $1',
      [userId],
    );
    work.audit({ event: 'second_factor.reset', subjectType: 'user', subjectId: userId });
  }
}
