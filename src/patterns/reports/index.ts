import { accompaniments, reminders, times, waitingRooms } from './appointments.report.js';
import { charges } from './charges.report.js';
import { custody, custodyCurve } from './custody.report.js';
import type { Definition } from './definition.js';
import { counsel, letterText, posture } from './features.report.js';
import { holdings } from './holdings.report.js';
import { letters, offices } from './letters.report.js';
import { detained, notice, proceedings } from './outcomes.report.js';
import { printToLetter, recentPrints } from './prints.report.js';

/** Every report, in the order of the report book. */
export const definitions: readonly Definition[] = [
  letters,
  printToLetter,
  recentPrints,
  charges,
  detained,
  posture,
  proceedings,
  offices,
  times,
  letterText,
  counsel,
  custody,
  custodyCurve,
  waitingRooms,
  reminders,
  accompaniments,
  notice,
  holdings,
];

export const definitionOf = (name: string): Definition | undefined => definitions.find((one) => one.name === name);
