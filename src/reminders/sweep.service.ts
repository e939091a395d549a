import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import { PlanService } from './plan.service.js';
import { pendingUntil } from './due.queries.js';
import { underivedSubjects } from './subjects.queries.js';

const everyMs = 60_000;
const patienceMs = 5000;
/** Alarms of this far ahead are set again each time, so that an emptied queue makes nothing late. */
const aheadMs = 2 * everyMs;
const subjectsAtOnce = 200;
const mostRounds = 10;
const remindersAtOnce = 2000;

/** Every minute: derives what is missing and sets the alarms of what is due, in each organisation. */
@Injectable()
export class SweepService {
  private readonly logger = new Logger('reminders');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly dataSource: DataSource,
    private readonly derivation: DerivationService,
    private readonly plans: PlanService,
    private readonly alarms: Alarms,
    private readonly configuration: Configuration,
  ) {
    jobs.handle('reminder.sweep', () => this.sweep());
    jobs.every('reminder.sweep', everyMs);
  }

  /** One organisation's trouble does not keep the others waiting; the heartbeat stops with it, so that it is noticed. */
  async sweep(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.sweepOne(organizationId);
      } catch (error) {
        failures += 1;
        this.logger.error({
          message: 'sweep failed',
          organizationId,
          kind: (error as Error).name,
          code: (error as { code?: string }).code,
        });
      }
    }
    if (failures > 0) throw new Error(`The sweep failed for ${failures} organisation(s).`);
    // By the clock of the database, which is one for all processes.
    await this.dataSource.query('UPDATE installation SET reminders_swept_at = now()');
    await this.tellOutside();
  }

  /** Whoever waits for this outside notices when it stays away, even if this whole machine is gone. */
  private async tellOutside(): Promise<void> {
    const { heartbeatUrl } = this.configuration;
    if (!heartbeatUrl) return;
    try {
      const answer = await fetch(heartbeatUrl, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
      await answer.body?.cancel();
      if (!answer.ok) this.logger.warn({ message: 'heartbeat refused', status: answer.status });
    } catch (error) {
      // Never the address: it is the secret by which the service knows us.
      this.logger.warn({ message: 'heartbeat not told', kind: (error as Error).name });
    }
  }

  private async sweepOne(organizationId: string): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      const derived = await this.works.run(organizationId, (work) => this.deriveMissing(work));
      if (derived < subjectsAtOnce) break;
    }
    const due = await this.works.run(organizationId, (work) =>
      pendingUntil(work, new Date(work.now.getTime() + aheadMs), remindersAtOnce),
    );
    await this.alarms.set(organizationId, due);
  }

  private async deriveMissing(work: Work): Promise<number> {
    const { version } = await this.plans.inForce(work);
    const missing = await underivedSubjects(work, version, subjectsAtOnce);
    if (missing.length === 0) return 0;
    // What somebody changes at this moment is derived by them.
    const free = await this.derivation.lockFree(work, missing);
    await this.derivation.derive(work, free);
    return free.length;
  }
}
