import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AccessCodesModule } from './features/access-codes/access-codes.module';
import { AssistanceModule } from './features/assistance/assistance.module';
import { AuditModule } from './features/audit/audit.module';
import { CommentsModule } from './features/comments/comments.module';
import { CouncilsModule } from './features/councils/councils.module';
import { EmailModule } from './features/email/email.module';
import { IdeasModule } from './features/ideas/ideas.module';
import { IdentityModule } from './features/identity/identity.module';
import { ModerationModule } from './features/moderation/moderation.module';
import { MunicipalitiesModule } from './features/municipalities/municipalities.module';
import { PrivacyModule } from './features/privacy/privacy.module';
import { SsoModule } from './features/sso/sso.module';
import type { Config } from './platform/config/config';
import { PlatformModule } from './platform/platform.module';

/** The features, the lowest layer first. */
const features = [
  AuditModule,
  MunicipalitiesModule,
  IdentityModule,
  PrivacyModule,
  AccessCodesModule,
  AssistanceModule,
  EmailModule,
  SsoModule,
  CouncilsModule,
  ModerationModule,
  CommentsModule,
  IdeasModule,
];

@Module({})
export class AppModule {
  static with(config: Config, source: DataSource): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, source), ...features] };
  }
}
