import { createHmac, hkdfSync } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { isFromHere, networkOf } from './addresses.js';
import { Problem } from './problem.js';

/** Attempts at a door (sign-in, links) that may fail from one address in {@link doorSeconds}. */
export const failuresAtDoor = 200;
const doorSeconds = 15 * 60;
/** An office with many people has one address. */
const accountsAtOneAddress = 5;

interface Wanted {
  source: DataSource;
  redisUrl: string | undefined;
  /** Requests a minute of one account; 0 for no limit. */
  perMinute: number;
  /** From which the key of the hashes that stand for addresses is derived. */
  secret: Buffer;
}

/**
 * How often one may ask. What needs no sign-in (the doors: sign-in itself, links) is counted by address and for all
 * processes together, in Redis or in PostgreSQL, failures only. What a session asks is counted by account and by address
 * in the memory of each process, so that a request costs no statement more; requests from this very machine are not.
 * Nothing of this is logged: an address beside an account would tell where somebody works.
 */
export class Limits {
  private readonly doors: RateLimiterAbstract;
  private readonly accounts: RateLimiterAbstract | undefined;
  private readonly addresses: RateLimiterAbstract | undefined;
  private readonly redis: Redis | undefined;
  private readonly key: Buffer;
  private readonly logger = new Logger('limits');

  constructor({ source, redisUrl, perMinute, secret }: Wanted) {
    this.key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'letterbox addresses', 32));
    const rule = { points: failuresAtDoor, duration: doorSeconds };
    // While the common store is away each process counts for itself.
    const insuranceLimiter = new RateLimiterMemory(rule);
    if (redisUrl) {
      this.redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false, connectTimeout: 5000 });
      this.redis.on('error', () => undefined);
      this.doors = new RateLimiterRedis({
        ...rule,
        storeClient: this.redis,
        keyPrefix: 'letterbox-doors',
        insuranceLimiter,
      });
    } else {
      this.doors = new RateLimiterPostgres({
        ...rule,
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: 'doors',
        insuranceLimiter,
      });
    }
    if (perMinute === 0) return;
    this.accounts = new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.addresses = new RateLimiterMemory({ points: perMinute * accountsAtOneAddress, duration: 60 });
  }

  /** Counts an attempt at a door; one that succeeds is given back by {@link leaveDoor}. @throws Problem 429 */
  async knock(address: string): Promise<void> {
    await this.consume(this.doors, this.doorOf(address), 'attempts.too_many', 'Too many attempts from your address.');
  }

  async leaveDoor(address: string): Promise<void> {
    await this.doors.reward(this.doorOf(address)).catch(() => undefined);
  }

  /** @throws Problem 429 */
  async ofAddress(address: string): Promise<void> {
    if (!this.addresses || isFromHere(address)) return;
    await this.consume(
      this.addresses,
      networkOf(address),
      'request.too_many',
      'Too many requests from your address within a minute.',
    );
  }

  /** @throws Problem 429 */
  async ofAccount(userId: string, address: string): Promise<void> {
    if (!this.accounts || isFromHere(address)) return;
    await this.consume(this.accounts, userId, 'request.too_many', 'Too many requests of your account within a minute.');
  }

  close(): void {
    this.redis?.disconnect();
  }

  private doorOf(address: string): string {
    return createHmac('sha256', this.key).update(networkOf(address)).digest('base64url');
  }

  private async consume(limiter: RateLimiterAbstract, key: string, code: string, detail: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) {
        // Not even the insurance counted: better to serve than to lock everybody out.
        this.logger.warn({ message: 'limits cannot be counted', kind: (refused as Error).name });
        return;
      }
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new Problem(429, code, `${detail} Wait, then try again.`, {
        headers: { 'retry-after': String(seconds) },
      });
    }
  }
}
