import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../platform/config/configuration.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { Jobs } from '../platform/queue/jobs.js';
import { Alarms } from './alarms.js';
import { DerivationService, type Subject } from './derivation.service.js';
import { PlanService } from './plan.service.js';
import { pendingUntil } from './due.queries.js';
import { underivedSubjects } from './subjects.queries.js';

const everyMs = 60_000;
const patienceMs = 5000;
/** Alarms of this far ahead are set again each time, so that an emptied queue makes nothing late. */
const aheadMs = 2 * everyMs;
/** Derived by one sweep; the next goes on. */
const subjectsAtMost = 2000;
/** Derived in one transaction. */
const subjectsAtOnce = 200;
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
    const missing = await this.works.run(organizationId, async (work) => {
      const { version } = await this.plans.inForce(work);
      return underivedSubjects(work, version, subjectsAtMost);
    });
    for (let at = 0; at < missing.length; at += subjectsAtOnce)
      await this.works.run(organizationId, (work) => this.deriveFree(work, missing.slice(at, at + subjectsAtOnce)));
    const due = await this.works.run(organizationId, (work) =>
      pendingUntil(work, new Date(work.now.getTime() + aheadMs), remindersAtOnce),
    );
    await this.alarms.set(organizationId, due);
  }

  /** What somebody changes at this moment is derived by them. */
  private async deriveFree(work: Work, subjects: Subject[]): Promise<void> {
    await this.derivation.derive(work, await this.derivation.lockFree(work, subjects));
  }
}
