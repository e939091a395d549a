import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Works } from '../platform/database/works.js';
import { topicsAfter, type TopicName } from './topics.js';

const channel = 'letterbox_changes';
/** What happens in this time is told together. */
const gatherMs = 200;
const againMs = 2_000;
const connectionTimeoutMillis = 5_000;

/** `undefined`: the line was down, anything may have changed. */
type Follower = (topics: string[] | undefined) => void;

/**
 * Tells every process what was committed in which organisation, through PostgreSQL's own NOTIFY: names of topics, nothing
 * of any record. A process listens on a connection of its own, only while somebody follows. Nothing is lost that matters:
 * pages ask again by themselves each minute.
 */
@Injectable()
export class ChangesService implements OnModuleDestroy {
  private readonly logger = new Logger('changes');
  private readonly followers = new Map<string, Set<Follower>>();
  private readonly gathered = new Map<string, Set<TopicName>>();
  private telling: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private line: pg.Client | undefined;
  private listening: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly dataSource: DataSource,
    works: Works,
  ) {
    works.onCommitted((organizationId, events) => this.gather(organizationId, topicsAfter(events)));
  }

  /** Resolves once nothing is missed any more. @returns what ends it */
  async follow(organizationId: string, follower: Follower): Promise<() => void> {
    const those = this.followers.get(organizationId) ?? new Set();
    this.followers.set(organizationId, those.add(follower));
    if (!this.line) this.listening = this.listen();
    await this.listening;
    return () => {
      those.delete(follower);
      if (those.size === 0) this.followers.delete(organizationId);
      if (this.followers.size === 0) this.hangUp();
    };
  }

  onModuleDestroy(): void {
    this.isOver = true;
    clearTimeout(this.telling);
    this.hangUp();
  }

  private gather(organizationId: string, topics: TopicName[]): void {
    if (topics.length === 0 || this.isOver) return;
    const so = this.gathered.get(organizationId) ?? new Set();
    for (const topic of topics) so.add(topic);
    this.gathered.set(organizationId, so);
    this.telling ??= setTimeout(() => void this.tell(), gatherMs).unref();
  }

  private async tell(): Promise<void> {
    this.telling = undefined;
    const said = [...this.gathered].map(([organizationId, topics]) => `${organizationId} ${[...topics].join(',')}`);
    this.gathered.clear();
    try {
      await this.dataSource.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [channel, said]);
    } catch (error) {
      this.logger.warn(`not told: ${(error as Error).name}`);
    }
  }

  private async listen(): Promise<void> {
    const { url } = this.dataSource.options as { url?: string };
    const line = new pg.Client({
      connectionString: url,
      application_name: 'letterbox changes',
      keepAlive: true,
      connectionTimeoutMillis,
    });
    this.line = line;
    line.on('notification', ({ payload = '' }) => this.hear(payload));
    line.on('error', () => this.dropped(line));
    line.on('end', () => this.dropped(line));
    try {
      await line.connect();
      await line.query(`LISTEN ${channel}`);
    } catch {
      this.dropped(line);
    }
  }

  private hear(payload: string): void {
    const [organizationId = '', topics = ''] = payload.split(' ');
    for (const follower of this.followers.get(organizationId) ?? []) follower(topics.split(','));
  }

  private dropped(line: pg.Client): void {
    if (this.line !== line) return;
    this.hangUp();
    if (this.isOver || this.followers.size === 0) return;
    this.again = setTimeout(() => {
      for (const those of this.followers.values()) for (const follower of those) follower(undefined);
      this.listening = this.listen();
    }, againMs).unref();
  }

  private hangUp(): void {
    clearTimeout(this.again);
    const { line } = this;
    this.line = undefined;
    line?.end().catch(() => undefined);
  }
}
