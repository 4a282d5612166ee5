import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock';
import { CONFIG, type Config } from './config/config';
import { Database } from './database/database';
import { AccessGuard } from './http/access.guard';
import { ContractsCheck } from './http/contracts-check';
import { SessionCookies } from './http/cookies';
import { Limits } from './http/limits';
import { ProblemFilter } from './http/problem.filter';
import { RatesRepository } from './http/rates.repository';
import { Jobs } from './jobs/jobs';
import { LiveModule } from './live/live.module';
import { Mail } from './mail/mail';
import { Secrets } from './secrets';

/** What every feature stands on. It knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  /** @param source connected and up to date; whoever opened it closes it. */
  static with(config: Config, source: DataSource): DynamicModule {
    const shared = [Clock, Database, Jobs, Limits, Mail, Secrets, SessionCookies];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, LiveModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DataSource, useValue: source },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ContractsCheck,
        RatesRepository,
        ...shared,
      ],
      exports: [CONFIG, DataSource, ...shared],
    };
  }
}
