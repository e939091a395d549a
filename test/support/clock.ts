import { Clock } from '../../src/platform/clock.js';

/** A clock that stands still until it is moved. */
export class FakeClock extends Clock {
  constructor(private at: Date = new Date('2018-03-01T15:00:00Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.at);
  }

  set(instant: string | Date): void {
    this.at = new Date(instant);
  }

  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

export const minutes = (n: number) => n * 60_000;
export const hours = (n: number) => n * 3_600_000;
export const days = (n: number) => n * 86_400_000;
