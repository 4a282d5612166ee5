import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { WaysIn } from '../identity/ways-in';
import { PrivacyModule } from '../privacy/privacy.module';
import { SsoController } from './sso.controller';
import { SsoProvider } from './sso.provider';
import { SsoRepository } from './sso.repository';
import { SsoService } from './sso.service';
import { SsoThings } from './sso-things';

@Module({
  imports: [IdentityModule, PrivacyModule],
  controllers: [SsoController],
  providers: [SsoService, SsoProvider, SsoRepository, SsoThings],
})
export class SsoModule implements OnModuleInit {
  constructor(
    private readonly ways: WaysIn,
    private readonly provider: SsoProvider,
  ) {}

  onModuleInit(): void {
    this.ways.offer((town) => ({ sso: this.provider.nameIn(town) }));
  }
}
