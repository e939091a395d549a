/** The only source of "now"; tests set it. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
