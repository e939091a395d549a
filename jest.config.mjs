/** Jest runs test files in bare Node, see docs/decisions. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
  testRunner: '<rootDir>/test/support/runner/runner.mjs',
  testSequencer: '<rootDir>/test/support/runner/sequencer.mjs',
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  // Far more than any needs, so that a busy machine fails none.
  testTimeout: 240_000,
  maxWorkers: 2,
};
