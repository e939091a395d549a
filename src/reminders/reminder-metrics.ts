import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Works } from '../platform/database/works.js';
import { Metrics } from '../platform/health/metrics.js';
import { type Figures, figuresOf, lateSteps } from './reminders.figures.js';

/** What the service owes and has delivered, of all organisations together. */
@Injectable()
export class ReminderMetrics {
  private readonly reminders;
  private readonly lateness;
  private readonly sweepAge;

  constructor(
    metrics: Metrics,
    private readonly works: Works,
    private readonly dataSource: DataSource,
  ) {
    this.reminders = metrics.gauge(
      'reminders',
      'Reminders by what stands of them: due, late (due for five minutes), and of those due in the last 24 hours sent, failed, unconfirmed and skipped.',
      ['what'],
    );
    this.lateness = metrics.gauge(
      'reminders_sent_within',
      'Reminders due in the last 24 hours that were sent no later than so many seconds after it; +Inf: all that were sent.',
      ['seconds'],
    );
    this.sweepAge = metrics.gauge('reminders_sweep_age_seconds', 'Time since the sweep last went well; -1: never.');
    metrics.ask(() => this.look());
  }

  private async look(): Promise<void> {
    const total: Figures = { due: 0, late: 0, sent: 0, failed: 0, unconfirmed: 0, skipped: 0, within: [] };
    for (const organizationId of await this.works.organizationIds()) {
      const { within, ...figures } = await this.works.run(organizationId, figuresOf);
      for (const [what, count] of Object.entries(figures)) total[what as keyof typeof figures] += count;
      within.forEach((count, at) => (total.within[at] = (total.within[at] ?? 0) + count));
    }
    const { within, ...figures } = total;
    for (const [what, count] of Object.entries(figures)) this.reminders.set({ what }, count);
    lateSteps.forEach((seconds, at) => this.lateness.set({ seconds: String(seconds) }, within[at] ?? 0));
    this.lateness.set({ seconds: '+Inf' }, total.sent);
    const [row] = (await this.dataSource.query(
      'SELECT extract(epoch FROM clock_timestamp() - reminders_swept_at)::float8 AS age FROM installation',
    )) as { age: number | null }[];
    this.sweepAge.set(row?.age ?? -1);
  }
}
