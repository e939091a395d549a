/** Stands for `@jest/globals`, which throws outside Jest's sandbox. Loaded anew for each test file. */
const current = () => globalThis[Symbol.for('letterbox test globals')];

export const { describe, expect, it, jest } = current();

/** Those of the file that runs, also for a helper, which is loaded once for all files. */
export const afterAll = (...hook) => current().afterAll(...hook);
export const afterEach = (...hook) => current().afterEach(...hook);
export const beforeAll = (...hook) => current().beforeAll(...hook);
export const beforeEach = (...hook) => current().beforeEach(...hook);
