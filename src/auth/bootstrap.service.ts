import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../platform/config/configuration.js';
import { Problem } from '../platform/http/problem.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { SetUp } from './auth.dto.js';
import { hashPassword, newToken, tokenHash } from './secrets.js';
import { User } from './user.entity.js';

/** The first organisation of an empty database: from the environment, or through a link that works once. */
@Injectable()
export class BootstrapService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly organizations: OrganizationsService,
  ) {}

  /** Whether there is no organisation yet. */
  async isEmpty(): Promise<boolean> {
    const rows = (await this.dataSource.query('SELECT id FROM organization_ids() LIMIT 1')) as unknown[];
    return rows.length === 0;
  }

  /**
   * Called at each start. On an empty database makes the organisation that the environment names, or a new set-up link
   * (an earlier one stops working).
   * @returns what to tell the person at the terminal
   */
  async atStart(): Promise<string | undefined> {
    if (!(await this.isEmpty())) return undefined;
    const { organizationName, adminEmail, adminPassword, publicUrl } = this.configuration;
    if (organizationName && adminEmail && adminPassword) {
      await this.create({ organizationName, email: adminEmail, password: adminPassword, displayName: 'Administrator' });
      return `Made the organisation "${organizationName}" and its administrator ${adminEmail}.`;
    }
    const token = newToken('setup');
    await this.dataSource.query('UPDATE installation SET setup_token_hash = $1', [tokenHash(token)]);
    return `Set up the first organisation here (works once): ${publicUrl}/setup#${token}`;
  }

  /** @throws Problem 404 when the token is wrong or the organisation exists already */
  async setUp(input: SetUp): Promise<void> {
    const spent = new Problem(
      404,
      'setup.not_found',
      'This set-up link was used already or a newer one exists. Look at the terminal of the server.',
    );
    if (!(await this.isEmpty())) throw spent;
    const result = (await this.dataSource.query(
      'UPDATE installation SET setup_token_hash = NULL WHERE setup_token_hash = $1 RETURNING id',
      [tokenHash(input.token)],
    )) as [unknown[], number];
    if (result[1] !== 1) throw spent;
    await this.create(input);
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
          passwordHash,
          failedSignIns: 0,
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
