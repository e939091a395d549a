import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The only source of chance in what is drawn by lot; tests take its place. */
@Injectable()
export class Randomness {
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number {
    return randomInt(end);
  }
}
