import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';

/** A claim goes with its account, and tells nothing but how long it can be used. */
@Injectable()
export class ClaimThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'claim',
      tables: ['claim'],
      from: 'claim c WHERE c.account_id = $1',
      key: 'c.account_id',
      columns: { expiresAt: 'c.expires_at' },
    },
  ] satisfies PersonalThings['sections'];
}
