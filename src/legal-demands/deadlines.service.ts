import { Injectable, Logger } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { daysAfter } from '../platform/http/values.js';
import { Jobs } from '../platform/queue/jobs.js';
import { StaffMessagesService } from '../reminders/staff-messages.service.js';
import { dueUnreminded } from './legal-demands.queries.js';

const everyMs = 3_600_000;
const daysAhead = 7;

/** Each hour: tells supervisors, once for each date, of demands that must be answered within a week. */
@Injectable()
export class DeadlinesService {
  private readonly logger = new Logger('legal demands');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly messages: StaffMessagesService,
  ) {
    jobs.handle('legal_demand.watch', () => this.watchAll());
    jobs.every('legal_demand.watch', everyMs);
  }

  /** One organisation's trouble does not keep the others waiting. @throws Error when there was any */
  async watchAll(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.works.run(organizationId, (work) => this.remind(work));
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'deadlines failed', organizationId, kind: (error as Error).name });
      }
    }
    if (failures > 0) throw new Error(`Deadlines failed for ${failures} organisation(s).`);
  }

  private async remind(work: Work): Promise<void> {
    for (const id of await dueUnreminded(work, daysAfter(await work.today(), daysAhead)))
      await this.messages.tellSupervisors(work, 'filing_deadline', id);
  }
}
