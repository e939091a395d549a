import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Configuration } from '../platform/config/configuration.js';
import { Problem } from '../platform/http/problem.js';
import { StartupError } from '../platform/startup-error.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { SetUp } from './auth.dto.js';
import { type Known, PasswordStrength } from './password-strength.service.js';
import { hashPassword, newToken, tokenHash } from './secrets.js';
import { User } from './user.entity.js';

/** The first organisation of an empty database: from the environment, or through a link that works once. */
@Injectable()
export class BootstrapService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly organizations: OrganizationsService,
    private readonly strength: PasswordStrength,
  ) {}

  /**
   * Called at each start, also by several processes at once. On an empty database makes the organisation that the
   * environment names, or a new set-up link (an earlier one stops working).
   * @returns what to tell the person at the terminal
   * @throws StartupError when the environment gives the administrator a password that stands in lists of common ones
   */
  async atStart(): Promise<string | undefined> {
    const { organizationName, adminEmail, adminPassword, publicUrl, roles } = this.configuration;
    return this.whileEmpty(async (runner) => {
      if (organizationName && adminEmail && adminPassword) {
        await this.mustNotBeCommon(adminPassword, { email: adminEmail, organizationName });
        await this.create({
          organizationName,
          email: adminEmail,
          password: adminPassword,
          displayName: 'Administrator',
        });
        return `Made the organisation "${organizationName}" and its administrator ${adminEmail}.`;
      }
      // The link leads to a page; a worker has none to show, and must not end the link that the API printed.
      if (!roles.has('api')) return undefined;
      const token = newToken('setup');
      await runner.query('UPDATE installation SET setup_token_hash = $1', [tokenHash(token)]);
      return `Set up the first organisation here (works once): ${publicUrl}/setup#${token}`;
    });
  }

  /** @throws StartupError saying why */
  private async mustNotBeCommon(password: string, known: Known): Promise<void> {
    try {
      await this.strength.mustNotBeCommon('ADMIN_PASSWORD', password, known);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new StartupError(`ADMIN_PASSWORD cannot be used. ${error.extras.errors?.[0]?.message ?? error.detail}`);
    }
  }

  /** @throws Problem 404 when the token is wrong or the organisation exists already */
  async setUp(input: SetUp): Promise<void> {
    const done = await this.whileEmpty(async (runner) => {
      const found = (await runner.query('SELECT 1 FROM installation WHERE setup_token_hash = $1', [
        tokenHash(input.token),
      ])) as unknown[];
      if (found.length === 0) return undefined;
      await this.strength.mustBeStrong('password', input.password, input);
      await this.create(input);
      await runner.query('UPDATE installation SET setup_token_hash = NULL');
      return true;
    });
    if (!done)
      throw new Problem(
        404,
        'setup.not_found',
        'This set-up link was used already or a newer one exists. Look at the terminal of the server.',
      );
  }

  /** Does something if there is no organisation, and lets nobody else make one meanwhile. */
  private async whileEmpty<T>(action: (runner: QueryRunner) => Promise<T>): Promise<T | undefined> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      if (!(await isEmpty(runner))) return undefined;
      await runner.startTransaction();
      await runner.query('SELECT id FROM installation FOR UPDATE');
      const result = (await isEmpty(runner)) ? await action(runner) : undefined;
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async create(input: Omit<SetUp, 'token'>): Promise<void> {
    const passwordHash = await hashPassword(input.password);
    await this.organizations.create({ name: input.organizationName }, async (work) => {
      const [user] = await work.insert(User, [
        {
          displayName: input.displayName,
          email: input.email.trim().toLowerCase(),
          role: 'administrator',
          state: 'active',
          language: input.language ?? null,
          passwordHash,
        },
      ]);
      work.audit({
        event: 'user.created',
        subjectType: 'user',
        subjectId: user!.id,
        details: { role: 'administrator' },
      });
    });
  }
}

async function isEmpty(runner: QueryRunner): Promise<boolean> {
  const rows = (await runner.query('SELECT id FROM organization_ids() LIMIT 1')) as unknown[];
  return rows.length === 0;
}
