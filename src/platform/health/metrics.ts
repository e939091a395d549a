import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry } from 'prom-client';
import { Jobs } from '../queue/jobs.js';

const shownForMs = 10_000;

/**
 * Figures about the service for whoever keeps it running, in the format of Prometheus. None is about one organisation or
 * one person: labels are routes, states and the like, never ids.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'letterbox_http_request_seconds',
    help: 'Time until a request was answered, by the pattern of its route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly questions: (() => Promise<void>)[] = [];
  private text: { since: number; shown: Promise<string> } | undefined;

  constructor(jobs: Jobs) {
    const waiting = this.gauge('queue_jobs', 'Jobs in the queue by state.', ['state']);
    this.ask(async () => {
      for (const [state, count] of Object.entries(await jobs.counts())) waiting.set({ state }, count);
    });
  }

  /** A figure that is looked up when somebody asks. @param name without the program's name before it */
  gauge<L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> {
    return new Gauge({ name: `letterbox_${name}`, help, labelNames, registers: [this.registry] });
  }

  /** Something that sets gauges before they are shown. */
  ask(question: () => Promise<void>): void {
    this.questions.push(question);
  }

  answered(method: string, route: string, status: number, ms: number): void {
    this.requests.observe({ method, route, status: String(status) }, ms / 1000);
  }

  /** All figures as text; looked up at most every ten seconds, whoever asks how often. @throws Error when a part is down */
  async show(): Promise<string> {
    if (!this.text || Date.now() - this.text.since > shownForMs) {
      const shown = Promise.all(this.questions.map((question) => question())).then(() => this.registry.metrics());
      this.text = { since: Date.now(), shown };
      shown.catch(() => (this.text = undefined));
    }
    return this.text.shown;
  }
}
