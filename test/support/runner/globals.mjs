/** Stands for `@jest/globals`, which throws outside Jest's sandbox. Loaded anew for each test file. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } =
  globalThis[Symbol.for('letterbox test globals')];
