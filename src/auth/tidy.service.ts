import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';
import { AttemptsService } from './attempts.service.js';

const hour = 3_600_000;
const day = 24 * hour;
/** What has ended is remembered this long, so that a new kind of device can be told from a known one. */
const rememberedDays = 90;

/** Every hour: forgets sessions, tokens and links that ended long ago, challenges that have run out, and answers that were kept for repeats. */
@Injectable()
export class TidyService {
  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly attempts: AttemptsService,
  ) {
    jobs.handle('platform.tidy', () => this.tidy());
    jobs.every('platform.tidy', hour);
  }

  async tidy(): Promise<void> {
    await this.attempts.tidy();
    for (const id of await this.works.organizationIds()) await this.works.run(id, (work) => this.tidyOne(work));
  }

  private async tidyOne(work: Work): Promise<void> {
    const long = new Date(work.now.getTime() - rememberedDays * day);
    const ended = `organization_id = $1 AND (expires_at < $2 OR`;
    await work.execute(`DELETE FROM sessions WHERE ${ended} revoked_at < $2)`, [work.organizationId, long]);
    await work.execute(`DELETE FROM one_time_links WHERE ${ended} used_at < $2)`, [work.organizationId, long]);
    await work.execute('DELETE FROM spent_challenges WHERE organization_id = $1 AND expires_at < $2', [
      work.organizationId,
      work.now,
    ]);
    await work.execute('DELETE FROM idempotency_keys WHERE organization_id = $1 AND created_at < $2', [
      work.organizationId,
      new Date(work.now.getTime() - day),
    ]);
  }
}
