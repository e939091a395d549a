import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { makeApplication } from './application.js';
import { BootstrapService } from './auth/bootstrap.service.js';
import { entities } from './entities.js';
import type { Configuration } from './platform/config/configuration.js';
import type { MasterKeys } from './platform/crypto/master-keys.js';
import { startError } from './platform/database/connection.js';
import { migrate } from './platform/database/migrations.js';
import { Heart } from './platform/health/heart.js';
import { makeLog } from './platform/logging/logger.js';
import { migrateQueue, postgresBackend, redisBackend, refuseAbsentRedis } from './platform/queue/backend.js';
import { Jobs } from './platform/queue/jobs.js';

/** Logins of the application and of the owner of the tables. */
export interface DatabaseUrls {
  appUrl: string;
  ownerUrl: string;
}

/** The part of the process that serves and works, once its database is there: migrations, application, worker. */
export class Serving {
  private app: NestFastifyApplication | undefined;
  private heart: Heart | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly masterKeys: MasterKeys,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * @returns what to tell the person at the terminal
   * @throws StartupError for anything outside the program that keeps it from serving
   */
  async start({ appUrl, ownerUrl }: DatabaseUrls): Promise<string | undefined> {
    const { configuration, say } = this;
    const { redisUrl, roles, port, host } = configuration;
    if (redisUrl) await refuseAbsentRedis(redisUrl);
    await migrate({ ownerUrl, appUrl, entities, migrations, log: say });
    if (!redisUrl) await migrateQueue(ownerUrl);
    this.app = await makeApplication({
      configuration,
      databaseUrl: appUrl,
      masterKeys: this.masterKeys,
      queue: redisUrl ? redisBackend(redisUrl) : postgresBackend(appUrl),
      log: makeLog(configuration.logLevel),
      pages: roles.has('api'),
    }).catch((error: unknown) => {
      throw startError(appUrl, error);
    });
    const news = configuration.demo
      ? await this.demonstration(this.app)
      : await this.app.get(BootstrapService).atStart();
    if (roles.has('worker')) await this.work(this.app);
    if (roles.has('api')) await this.app.listen({ port, host });
    return news;
  }

  private async demonstration(app: NestFastifyApplication): Promise<string> {
    const { loadDemonstration } = await import('../seeds/demo/load.js');
    return (await loadDemonstration(app)).join('\n');
  }

  private async work(app: NestFastifyApplication): Promise<void> {
    const [jobs, source, { heartbeat }] = [app.get(Jobs), app.get(DataSource), this.configuration];
    await jobs.work();
    if (heartbeat)
      this.heart = await Heart.start(heartbeat, () => Promise.all([source.query('SELECT 1'), jobs.ping()]));
  }

  /** Jobs and requests that have begun are finished, then connections close. */
  async stop(): Promise<void> {
    this.heart?.stop();
    await this.app?.close();
  }
}
