import { Injectable, Logger } from '@nestjs/common';
import { notify } from '../platform/channels/in-app.channel.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';
import { AccessReview } from './access-review.entity.js';
import { drawable, type Drawable, isDrawn, lastWeek } from './access-reviews.queries.js';
import { Randomness } from './randomness.js';

const everyMs = 3_600_000;
/** One in twenty of those who looked into a file, but some in a quiet week and no more than people will judge. */
const share = 0.05;
const fewest = 5;
const most = 25;

/** Draws some of last week's looks into case files by lot, in each organisation, once a week. */
@Injectable()
export class DrawingService {
  private readonly logger = new Logger('access');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly randomness: Randomness,
  ) {
    jobs.handle('access_review.draw', () => this.drawAll());
    jobs.every('access_review.draw', everyMs);
  }

  /** One organisation's trouble does not keep the others waiting. @throws Error when there was any */
  async drawAll(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.works.run(organizationId, (work) => this.draw(work));
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'drawing failed', organizationId, kind: (error as Error).name });
      }
    }
    if (failures > 0) throw new Error(`Drawing failed for ${failures} organisation(s).`);
  }

  private async draw(work: Work): Promise<void> {
    await work.sql(`SELECT pg_advisory_xact_lock(hashtextextended('letterbox access review ' || $1, 0))`, [
      work.organizationId,
    ]);
    const { monday, from, to } = await lastWeek(work);
    if (await isDrawn(work, monday)) return;
    const drawn = this.some(await drawable(work, from, to));
    if (drawn.length === 0) return;
    await work.insert(
      AccessReview,
      drawn.map((look) => ({ ...look, week: monday, state: 'open' as const })),
    );
    await this.tellSupervisors(work);
    work.audit({ event: 'access_review.drawn', details: { count: drawn.length } });
  }

  private async tellSupervisors(work: Work): Promise<void> {
    const supervisors = await work.sql<{ id: string }>(
      `SELECT id FROM users WHERE organization_id = $1 AND role = 'supervisor' AND state = 'active' ORDER BY id`,
      [work.organizationId],
    );
    const about = {
      kind: 'access_review_ready',
      subjectType: 'access_review',
      subjectId: work.organizationId,
      clientId: null,
    };
    await notify(
      work,
      supervisors.map(({ id }) => ({ userId: id, about })),
    );
  }

  /** Each as likely as every other. */
  private some(looks: Drawable[]): Drawable[] {
    const count = Math.min(looks.length, most, Math.max(fewest, Math.ceil(looks.length * share)));
    const left = [...looks];
    return Array.from({ length: count }, () => left.splice(this.randomness.below(left.length), 1)[0]!);
  }
}
