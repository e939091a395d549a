import { Injectable, Logger } from '@nestjs/common';
import { purgesOn, RetentionPolicyService } from '../clients/retention-policy.service.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { daysAfter } from '../platform/http/values.js';
import { Jobs } from '../platform/queue/jobs.js';
import { StaffMessagesService } from '../reminders/staff-messages.service.js';
import { PurgesService } from './purges.service.js';
import { undecided, unasked } from './retention.queries.js';

const everyMs = 3_600_000;
const dayMs = 86_400_000;
const filesAtOnce = 200;

/** Each hour: asks staff about files whose review is due, then purges those of which the policy says that it is time. */
@Injectable()
export class RetentionWatchService {
  private readonly logger = new Logger('retention');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly policy: RetentionPolicyService,
    private readonly purges: PurgesService,
    private readonly messages: StaffMessagesService,
  ) {
    jobs.handle('retention.watch', () => this.watchAll());
    jobs.every('retention.watch', everyMs);
  }

  /** One organisation's trouble does not keep the others waiting. @throws Error when there was any */
  async watchAll(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.works.run(organizationId, (work) => this.ask(work));
        failures += await this.purge(organizationId);
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'retention failed', organizationId, kind: (error as Error).name });
      }
    }
    if (failures > 0) throw new Error(`Retention failed ${failures} time(s).`);
  }

  private async ask(work: Work): Promise<void> {
    await work.sql(`SELECT pg_advisory_xact_lock(hashtextextended('letterbox retention ' || $1, 0))`, [
      work.organizationId,
    ]);
    const due = await unasked(work, await work.today(), filesAtOnce);
    await this.messages.askAboutFiles(work, 'retention_review', due);
  }

  /** Each file in a transaction of its own. @returns how many failed */
  private async purge(organizationId: string): Promise<number> {
    const due = await this.works.run(organizationId, (work) => this.due(work));
    let failures = 0;
    for (const caseId of due) {
      try {
        await this.works.run(organizationId, (work) => this.purges.byPolicy(work, caseId));
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'purge failed', organizationId, kind: (error as Error).name });
      }
    }
    return failures;
  }

  private async due(work: Work): Promise<string[]> {
    const policy = await this.policy.inForce(work);
    if (policy.purgeAfterDays === null) return [];
    const today = await work.today();
    const latest = daysAfter(today, -policy.purgeAfterDays);
    if (purgesOn(policy, latest)! > today) return [];
    return undecided(work, latest, new Date(work.now.getTime() - policy.purgeAfterDays * dayMs), filesAtOnce);
  }
}
