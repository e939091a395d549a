import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BootstrapService } from '../../src/auth/bootstrap.service.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import { StartupError } from '../../src/platform/startup-error.js';
import { TestApplication } from '../support/application.js';

let app: TestApplication;

beforeAll(async () => {
  app = await TestApplication.start();
});
afterAll(() => app.stop());

/** The first start with a password for the administrator. */
function startWith(password: string): Promise<string | undefined> {
  const { organizationName, adminEmail, adminPassword } = Configuration.read({
    ORGANIZATION_NAME: 'Harbor Legal',
    ADMIN_EMAIL: 'rosalind@example.org',
    ADMIN_PASSWORD: password,
  });
  Object.assign(app.configuration, { organizationName, adminEmail, adminPassword });
  return app.app.get(BootstrapService).atStart();
}

describe('The first start', () => {
  it('refuses a password for the administrator that stands in a list or says who it is, in one line', async () => {
    for (const password of ['password123', 'rosalind2024', 'Harbor Legal 1', 'qwertyuiop']) {
      const refused: unknown = await startWith(password).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(StartupError);
      expect((refused as Error).message).toMatch(
        /^ADMIN_PASSWORD cannot be used\. This password is easy to guess\. [^\n]+$/,
      );
    }
    expect(await app.dataSource.query('SELECT id FROM organization_ids()')).toEqual([]);
    expect(await startWith('a long enough sentence')).toContain('Harbor Legal');
    expect(
      (
        await app.anonymous
          .post('/api/auth/login')
          .send({ email: 'rosalind@example.org', password: 'a long enough sentence' })
      ).status,
    ).toBe(200);
  });
});
