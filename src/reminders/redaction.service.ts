import { Injectable, Logger } from '@nestjs/common';
import { PermanentFailure } from '../platform/channels/channel.js';
import { Channels } from '../platform/channels/channels.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';

const everyMs = 60_000;
const messagesAtOnce = 200;
const againMs = 15 * 60_000;

interface Held {
  id: string;
  providerId: string;
}

/**
 * Has the provider of text messages forget the words of those that have ended, where it can: each minute, those that are
 * due. What it refuses for now is asked again a quarter of an hour later.
 */
@Injectable()
export class RedactionService {
  private readonly logger = new Logger('reminders');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly channels: Channels,
  ) {
    jobs.handle('reminder.redact', () => this.redact());
    jobs.every('reminder.redact', everyMs);
  }

  async redact(): Promise<void> {
    const channel = this.channels.of('sms');
    if (!channel.redact) return;
    for (const organizationId of await this.works.organizationIds()) {
      const held = await this.works.run(organizationId, (work) => this.due(work));
      if (held.length === 0) continue;
      const [forgotten, kept]: [string[], string[]] = [[], []];
      for (const { id, providerId } of held) {
        try {
          await channel.redact(providerId);
          forgotten.push(id);
        } catch (error) {
          (error instanceof PermanentFailure ? forgotten : kept).push(id);
        }
      }
      if (kept.length > 0) this.logger.warn({ message: 'words not forgotten yet', count: kept.length });
      await this.works.run(organizationId, (work) => this.note(work, forgotten, kept));
    }
  }

  private due(work: Work): Promise<Held[]> {
    return work.sql<Held>(
      `SELECT r.id, r.provider_id AS "providerId" FROM reminders r WHERE r.organization_id = $1 AND r.redact_at <= $2
         AND r.provider_id IS NOT NULL ORDER BY r.redact_at LIMIT ${messagesAtOnce}`,
      [work.organizationId, work.now],
    );
  }

  private async note(work: Work, forgotten: string[], kept: string[]): Promise<void> {
    await work.execute(
      `UPDATE reminders SET redact_at = CASE WHEN id = ANY($3) THEN $4::timestamptz END
       WHERE organization_id = $1 AND id = ANY($2)`,
      [work.organizationId, [...forgotten, ...kept], kept, new Date(work.now.getTime() + againMs)],
    );
    if (forgotten.length > 0) work.audit({ event: 'reminder.redacted', details: { count: forgotten.length } });
  }
}
