import { Global, Module } from '@nestjs/common';
import { Callers } from '../../platform/http/caller';
import { AuditModule } from '../audit/audit.module';
import { MunicipalitiesModule } from '../municipalities/municipalities.module';
import { AccountsRepository } from './accounts.repository';
import { AdminsController } from './admins.controller';
import { AdminsService } from './admins.service';
import { Credentials } from './credentials';
import { FactorsController } from './factors/factors.controller';
import { FactorsService } from './factors/factors.service';
import { OperatorFactorsController } from './factors/operator-factors.controller';
import { PasskeysController } from './factors/passkeys.controller';
import { PasskeysRepository } from './factors/passkeys.repository';
import { PasskeysService } from './factors/passkeys.service';
import { TotpRepository } from './factors/totp.repository';
import { TotpService } from './factors/totp.service';
import { IdentityController } from './identity.controller';
import { IdentityJobs } from './identity.jobs';
import { IdentityService } from './identity.service';
import { LeavingService } from './leaving.service';
import { RecoveryController } from './recovery/recovery.controller';
import { RecoveryRepository } from './recovery/recovery.repository';
import { RecoveryService } from './recovery/recovery.service';
import { RolesRepository } from './roles.repository';
import { RolesService } from './roles.service';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { WaysIn } from './ways-in';

/** Global for one thing alone: who asks. Further ways in, each a feature above, end in the same accounts and sessions. */
@Global()
@Module({
  imports: [AuditModule, MunicipalitiesModule],
  controllers: [
    IdentityController,
    AdminsController,
    FactorsController,
    OperatorFactorsController,
    PasskeysController,
    RecoveryController,
  ],
  providers: [
    IdentityService,
    IdentityJobs,
    Credentials,
    SessionsService,
    LeavingService,
    RolesService,
    RolesRepository,
    AccountsRepository,
    SessionsRepository,
    WaysIn,
    FactorsService,
    AdminsService,
    TotpService,
    TotpRepository,
    RecoveryService,
    RecoveryRepository,
    PasskeysService,
    PasskeysRepository,
    { provide: Callers, useExisting: SessionsService },
  ],
  exports: [Callers, IdentityService, LeavingService, SessionsService, WaysIn],
})
export class IdentityModule {}
