import TestSequencer from '@jest/test-sequencer';

/** The files that start whole programs first: they take longest, and wait more than they work. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const startsPrograms = ({ path }) => Number(path.includes('/test/run/'));
    return super.sort(tests).sort((one, other) => startsPrograms(other) - startsPrograms(one));
  }
}
