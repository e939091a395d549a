import { defineConfig } from 'vitest/config';

/** `npm run test:web`: what people do, in a real browser against the real server with the demonstration data. */
export default defineConfig({
  test: {
    include: ['flows/**/*.flow.ts'],
    globalSetup: ['flows/demonstration.ts'],
    // One server, one browser at a time: two cores have enough to do with these.
    fileParallelism: false,
    // A browser on a busy machine may be late once; what fails twice has failed.
    retry: 1,
    testTimeout: 90_000,
    hookTimeout: 300_000,
  },
});
