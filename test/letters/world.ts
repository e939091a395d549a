import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aLetter } from '../support/factories.js';

/** An application and an organisation for the test file that asks; each test begins on 1 March 2018, 10:00 in New York. */
export function aLettersWorld() {
  let app: TestApplication;
  let clinic: Clinic;

  beforeAll(async () => {
    app = await TestApplication.start();
    clinic = await app.clinic();
  });
  beforeEach(() => app.clock.set('2018-03-01T15:00:00Z'));
  afterAll(() => app.stop());

  return {
    get app() {
      return app;
    },
    get clinic() {
      return clinic;
    },
    /** Logs a letter of this person. */
    post: (clientId: string, overrides = {}) =>
      clinic.as.attorney.post(`/api/clients/${clientId}/letters`, aLetter(overrides)),
  };
}

/** Which field is refused, or asked about, and by which code. */
export const codes = (errors: { field: string; code: string }[] = []) => errors.map(({ field, code }) => [field, code]);
