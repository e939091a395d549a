import {
  type DynamicModule,
  Global,
  type BeforeApplicationShutdown,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type ChannelDrivers, Channels } from './channels/channels.js';
import { Clock } from './clock.js';
import { Configuration } from './config/configuration.js';
import { KeyRing } from './crypto/key-ring.js';
import { dataSourceOptions } from './database/data-source.js';
import { DomainEvents } from './database/domain-events.js';
import { Works } from './database/works.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { MetricsController } from './health/metrics.controller.js';
import { Limits } from './http/limits.js';
import { FileTurns } from './files/file-turns.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestValidation } from './http/validation.js';
import { WorkInterceptor } from './http/work.interceptor.js';
import type { QueueBackend } from './queue/backend.js';
import { Jobs } from './queue/jobs.js';

export interface Surroundings {
  configuration: Configuration;
  databaseUrl: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  keyRing: KeyRing;
  queue: QueueBackend;
  clock?: Clock;
  /** Take the place of the usual drivers. */
  channels?: Partial<ChannelDrivers>;
}

/** What every feature stands on; knows nothing of the clinic. */
@Global()
@Module({ controllers: [HealthController, MetricsController] })
export class PlatformModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly jobs: Jobs,
    private readonly channels: Channels,
    private readonly limits: Limits,
  ) {}

  static in({ configuration, databaseUrl, entities, keyRing, queue, clock, channels }: Surroundings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url: databaseUrl, entities, pool: configuration.databasePool }),
          retryAttempts: 1,
        }),
      ],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: KeyRing, useValue: keyRing },
        { provide: Clock, useValue: clock ?? new Clock() },
        { provide: Jobs, useFactory: () => new Jobs(queue) },
        DomainEvents,
        Metrics,
        Works,
        FileTurns,
        {
          provide: Channels,
          inject: [Works, Clock],
          useFactory: (works: Works, time: Clock) => Channels.from(configuration, { works, clock: time }, channels),
        },
        {
          provide: Limits,
          inject: [DataSource],
          useFactory: (source: DataSource) =>
            new Limits({
              source,
              redisUrl: configuration.redisUrl,
              perMinute: configuration.requestsPerMinute,
              secret: keyRing.masters.first.bytes,
            }),
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: RequestValidation },
        { provide: APP_INTERCEPTOR, useClass: WorkInterceptor },
      ],
      exports: [
        Configuration,
        KeyRing,
        Clock,
        Jobs,
        DomainEvents,
        Works,
        FileTurns,
        Channels,
        Limits,
        Metrics,
        TypeOrmModule,
      ],
    };
  }

  /** The worker finishes its jobs while the database is still there; then HTTP drains; then connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stopWorking();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.close();
    await this.channels.close();
    this.limits.close();
  }
}
