import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';

/** Address and codes go with the account; a mail that still waits then finds nobody to go to. */
@Injectable()
export class EmailThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'email',
      tables: ['email_address'],
      from: 'email_address e WHERE e.account_id = $1',
      key: 'e.account_id',
      columns: { address: 'e.address' },
    },
    {
      name: 'emailCodes',
      tables: ['email_code'],
      from: 'email_code c WHERE c.account_id = $1',
      key: 'c.id',
      columns: { purpose: 'c.purpose', address: 'c.address', expiresAt: 'c.expires_at', tries: 'c.tries' },
    },
  ] satisfies PersonalThings['sections'];
}
