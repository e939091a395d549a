import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../platform/clock.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { eventsSince } from './changes.queries.js';
import { ChangesService } from './changes.service.js';
import { topicsAfter, topicsFor } from './topics.js';

const beatMs = 20_000;
/** Then the browser asks anew, and shows again who it is. */
const lastsMs = 120_000;
const mostOfOneUser = 10;
/** Of longer ago it is not looked up what changed: anything may have. */
const lookBackMs = 600_000;
/** A line of the audit is as old as the request that wrote it, which was committed later. */
const commitsWithinMs = 2_000;

type Stream = FastifyReply['raw'];

/** What a browser says of itself when it asks. */
export interface Asking {
  /** Seconds since what it shows was asked for. */
  within: number | undefined;
  accept: string | undefined;
  /** Of the last message that it heard on an answer before this one. */
  lastEventId: string | undefined;
}

/** Answers that stay open and say what may have changed (server-sent events). */
@Injectable()
export class StreamsService implements OnModuleDestroy {
  private readonly open = new Map<string, Set<Stream>>();

  constructor(
    private readonly changes: ChangesService,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    for (const answers of this.open.values()) for (const answer of answers) answer.end();
  }

  /**
   * Each message is a list of topics; an empty one says that anything may have changed. What changed since the page asked
   * for what it shows, or since the last message that it heard, is told first.
   * @throws Problem 406 to a program that would wait for an end
   */
  async follow(work: Work, reply: FastifyReply, asking: Asking): Promise<void> {
    if (!asking.accept?.includes('text/event-stream'))
      throw new Problem(406, 'changes.events_only', 'Ask with "Accept: text/event-stream"; the answer stays open.');
    const { userId, permissions } = work.actor;
    const answer = reply.raw;
    const heard: string[][] = [];
    const say = (topics: string[]) => {
      if (answer.headersSent) answer.write(`id: ${this.clock.now().getTime()}\ndata: ${JSON.stringify(topics)}\n\n`);
      else heard.push(topics);
    };
    // First followed, then looked up: so nothing falls between the two.
    const unfollow = await this.changes.follow(work.organizationId, (said) => {
      const topics = topicsFor(permissions, said ?? []);
      if (!said || topics.length > 0) say(topics);
    });
    let missed: string[] | undefined;
    try {
      missed = await this.missed(work, asking);
    } catch (error) {
      unfollow();
      throw error;
    }
    // Whoever left meanwhile closes nothing any more.
    if (answer.destroyed) unfollow();
    reply.hijack();
    answer.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    });
    const reached = () => answer.write(`id: ${this.clock.now().getTime()}\n\n`);
    answer.write('retry: 3000\n');
    reached();
    for (const topics of missed ? [missed, ...heard] : heard) say(topics);
    const beat = setInterval(reached, beatMs).unref();
    const limit = setTimeout(() => answer.end(), lastsMs).unref();
    this.keep(userId, answer);
    answer.once('close', () => {
      unfollow();
      clearInterval(beat);
      clearTimeout(limit);
      this.open.get(userId)?.delete(answer);
      if (this.open.get(userId)?.size === 0) this.open.delete(userId);
    });
  }

  /** @returns topics of what changed before it was followed; an empty list for anything, nothing where nothing did */
  private async missed(work: Work, { within, lastEventId }: Asking): Promise<string[] | undefined> {
    const now = work.now.getTime();
    const since = /^\d{1,15}$/.test(lastEventId ?? '')
      ? Number(lastEventId)
      : within === undefined
        ? undefined
        : now - within * 1000;
    if (since === undefined) return undefined;
    if (since < now - lookBackMs) return [];
    const events = await eventsSince(work, new Date(since - commitsWithinMs));
    const topics = topicsFor(work.actor.permissions, topicsAfter(events));
    return topics.length > 0 ? topics : undefined;
  }

  private keep(userId: string, answer: Stream): void {
    const answers = this.open.get(userId) ?? new Set();
    this.open.set(userId, answers.add(answer));
    // The oldest is of a window that was left behind.
    if (answers.size > mostOfOneUser) [...answers][0]!.end();
  }
}
