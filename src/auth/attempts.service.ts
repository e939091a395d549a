import { Injectable } from '@nestjs/common';
import { createHmac, hkdfSync } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { KeyRing } from '../platform/crypto/key-ring.js';
import { Problem } from '../platform/http/problem.js';
import { newToken } from './secrets.js';

const freeFailures = 5;
const firstLockSeconds = 15;
/** Short, so that guessing at an account on purpose does not keep its owner out: the next right answer gets in. */
const longestLockSeconds = 60;
const day = 24 * 3_600_000;
/** How long a device that signed in is told from those of strangers. */
export const deviceDays = 90;

/** One attempt to sign in, counted as failed until it turns out well. */
export interface SignInAttempt {
  key: Buffer;
  isKnownDevice: boolean;
  lockedUntil: Date;
}

/**
 * Counts sign-ins that fail, by e-mail address, and locks for a short and growing while. An address that nobody has is counted
 * and locked as any other, so that a lock tells nothing. A device on which somebody signed in before is counted by itself
 * (OWASP, "device cookies"): whoever guesses elsewhere locks its owner out of nothing there.
 */
@Injectable()
export class AttemptsService {
  private readonly secret: Buffer;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    keyRing: KeyRing,
  ) {
    const { bytes } = keyRing.masters.first;
    this.secret = Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), 'letterbox sign-in attempts', 32));
  }

  /**
   * Counts an attempt before anything is looked at, so that many at once are many.
   * @param device token of the device cookie, if the browser has one
   * @throws Problem 429 while locked; what is tried meanwhile does not prolong it
   */
  async begin(email: string, device: string | undefined): Promise<SignInAttempt> {
    const now = this.clock.now();
    const known = device ? await this.known(this.keyOf(email, device), now) : undefined;
    const key = known ?? this.keyOf(email);
    const [counted] = await this.sql<{ lockedUntil: Date }>(
      `INSERT INTO sign_in_attempts AS a (key_hash, failures, locked_until, expires_at) VALUES ($1, 1, $2, $3)
       ON CONFLICT (key_hash) DO UPDATE SET
         failures = a.failures + 1,
         expires_at = greatest(a.expires_at, $3),
         locked_until = $2::timestamptz + make_interval(secs => CASE WHEN a.failures + 1 < ${freeFailures} THEN 0
           ELSE least(${firstLockSeconds} * 2 ^ least(a.failures + 1 - ${freeFailures}, 10), ${longestLockSeconds}) END)
       WHERE a.locked_until <= $2
       RETURNING locked_until AS "lockedUntil"`,
      [key, now, new Date(now.getTime() + day)],
    );
    if (counted) return { key, isKnownDevice: known !== undefined, lockedUntil: counted.lockedUntil };
    throw await this.locked(key, now);
  }

  /** Takes back that an attempt failed: it neither did nor succeeded, as something is still to be shown. */
  async giveBack({ key, lockedUntil }: SignInAttempt): Promise<void> {
    await this.sql(
      `UPDATE sign_in_attempts SET failures = failures - 1,
         locked_until = CASE WHEN locked_until = $2 THEN $3::timestamptz ELSE locked_until END
       WHERE key_hash = $1`,
      [key, lockedUntil, this.clock.now()],
    );
  }

  /** Forgets what failed before: on this device, or for all strangers to the address. */
  async succeed({ key, isKnownDevice }: SignInAttempt): Promise<void> {
    if (isKnownDevice)
      await this.sql('UPDATE sign_in_attempts SET failures = 0, locked_until = $2 WHERE key_hash = $1', [
        key,
        this.clock.now(),
      ]);
    else await this.sql('DELETE FROM sign_in_attempts WHERE key_hash = $1', [key]);
  }

  /** Knows a device from now on for {@link deviceDays}. @returns its token, for the cookie: the one it has, or a new one */
  async remember(email: string, device: string | undefined): Promise<string> {
    const token = device ?? newToken('d');
    const now = this.clock.now();
    await this.sql(
      `INSERT INTO sign_in_attempts AS a (key_hash, failures, locked_until, expires_at) VALUES ($1, 0, $2, $3)
       ON CONFLICT (key_hash) DO UPDATE SET expires_at = excluded.expires_at`,
      [this.keyOf(email, token), now, new Date(now.getTime() + deviceDays * day)],
    );
    return token;
  }

  /** Forgets addresses at which nobody has tried for a day, and devices that were not used for long. */
  async tidy(): Promise<void> {
    await this.sql('DELETE FROM sign_in_attempts WHERE expires_at < $1', [this.clock.now()]);
  }

  private async known(key: Buffer, now: Date): Promise<Buffer | undefined> {
    const found = await this.sql('SELECT 1 FROM sign_in_attempts WHERE key_hash = $1 AND expires_at > $2', [key, now]);
    return found.length > 0 ? key : undefined;
  }

  private async locked(key: Buffer, now: Date): Promise<Problem> {
    const [row] = await this.sql<{ lockedUntil: Date }>(
      'SELECT locked_until AS "lockedUntil" FROM sign_in_attempts WHERE key_hash = $1',
      [key],
    );
    const seconds = Math.max(1, Math.ceil(((row?.lockedUntil ?? now).getTime() - now.getTime()) / 1000));
    return new Problem(429, 'sign_in.locked', 'Too many failed attempts. Wait, then try again.', {
      headers: { 'retry-after': String(seconds) },
    });
  }

  private keyOf(email: string, device = ''): Buffer {
    return createHmac('sha256', this.secret).update(`${email.trim().toLowerCase()}\n${device}`).digest();
  }

  /** Each statement for itself, not in the transaction of the sign-in: it counts even when that is undone. Rows of SELECT and INSERT. */
  private async sql<T extends object>(text: string, parameters: unknown[]): Promise<T[]> {
    return (await this.dataSource.query(text, parameters)) as T[];
  }
}
