import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { ChangesService } from './changes.service.js';
import { topicsFor } from './topics.js';

const beatMs = 20_000;
/** Then the browser asks anew, and shows again who it is. */
const lastsMs = 120_000;
const mostOfOneUser = 10;

type Stream = FastifyReply['raw'];

/** Answers that stay open and say what may have changed (server-sent events). */
@Injectable()
export class StreamsService implements OnModuleDestroy {
  private readonly open = new Map<string, Set<Stream>>();

  constructor(private readonly changes: ChangesService) {}

  onModuleDestroy(): void {
    for (const answers of this.open.values()) for (const answer of answers) answer.end();
  }

  /**
   * Each message is a list of topics; an empty one says that anything may have changed.
   * @throws Problem 406 to a program that would wait for an end
   */
  follow(work: Work, accept: string | undefined, reply: FastifyReply): void {
    if (!accept?.includes('text/event-stream'))
      throw new Problem(406, 'changes.events_only', 'Ask with "Accept: text/event-stream"; the answer stays open.');
    const { userId, permissions } = work.actor;
    reply.hijack();
    const answer = reply.raw;
    answer.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    });
    answer.write('retry: 3000\n\n');
    const say = (topics: string[]) => answer.write(`data: ${JSON.stringify(topics)}\n\n`);
    const unfollow = this.changes.follow(work.organizationId, (said) => {
      const topics = topicsFor(permissions, said ?? []);
      if (!said || topics.length > 0) say(topics);
    });
    const beat = setInterval(() => answer.write(':\n\n'), beatMs).unref();
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

  private keep(userId: string, answer: Stream): void {
    const answers = this.open.get(userId) ?? new Set();
    this.open.set(userId, answers.add(answer));
    // The oldest is of a window that was left behind.
    if (answers.size > mostOfOneUser) [...answers][0]!.end();
  }
}
