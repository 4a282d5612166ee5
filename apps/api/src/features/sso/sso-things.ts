import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';

/** The one row goes with the account. What stands in it says nothing, so that it is only told to be there. */
@Injectable()
export class SsoThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'sso',
      tables: ['sso_identity'],
      from: 'sso_identity s WHERE s.account_id = $1',
      key: 's.account_id',
      columns: { id: 's.account_id' },
    },
  ] satisfies PersonalThings['sections'];
}
