import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../http/problem.js';

/** So many files are in the memory of a process at once, and so many of one account. */
export const mostAtOnce = 4;
export const mostOfOne = 2;
const patienceMs = 15_000;

/**
 * Bounds the memory that files take: a request that carries one waits for its turn, holding no connection to the database
 * meanwhile, and gives it back when its answer is through or its caller gone.
 */
@Injectable()
export class FileTurns {
  private readonly underWay = new Map<string, number>();
  private waiting: (() => void)[] = [];
  private count = 0;

  /** @throws Problem 503 when no turn came in time */
  async take(accountId: string, reply: FastifyReply['raw']): Promise<void> {
    const until = performance.now() + patienceMs;
    while (this.count >= mostAtOnce || this.of(accountId) >= mostOfOne) {
      await this.somethingEnds(until - performance.now());
      if (performance.now() >= until)
        throw Problem.unavailable('files', 'Many documents are under way at this moment. Try again shortly.');
    }
    // Whoever went away while waiting will not close once more.
    if (reply.closed || reply.socket?.destroyed) throw Problem.unavailable('files', 'The connection was closed.');
    this.count += 1;
    this.underWay.set(accountId, this.of(accountId) + 1);
    reply.once('close', () => this.giveBack(accountId));
  }

  private giveBack(accountId: string): void {
    this.count -= 1;
    const left = this.of(accountId) - 1;
    if (left > 0) this.underWay.set(accountId, left);
    else this.underWay.delete(accountId);
    const waiting = this.waiting;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  private of(accountId: string): number {
    return this.underWay.get(accountId) ?? 0;
  }

  private somethingEnds(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, withinMs));
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
