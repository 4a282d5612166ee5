import { Module, type OnModuleInit } from '@nestjs/common';
import { Mail } from '../../platform/mail/mail';
import { IdentityModule } from '../identity/identity.module';
import { WaysIn } from '../identity/ways-in';
import { PrivacyModule } from '../privacy/privacy.module';
import { EmailController } from './email.controller';
import { EmailJobs } from './email.jobs';
import { EmailMails } from './email.mails';
import { EmailRepository } from './email.repository';
import { EmailService } from './email.service';
import { EmailThings } from './email-things';

@Module({
  imports: [IdentityModule, PrivacyModule],
  controllers: [EmailController],
  providers: [EmailService, EmailRepository, EmailMails, EmailJobs, EmailThings],
})
export class EmailModule implements OnModuleInit {
  constructor(
    private readonly ways: WaysIn,
    private readonly mail: Mail,
  ) {}

  onModuleInit(): void {
    this.ways.offer(() => ({ email: this.mail.isOn }));
  }
}
