import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';

/** A seat goes with the account. */
@Injectable()
export class CouncilThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'councilSeat',
      tables: ['council_member'],
      from: 'council_member m WHERE m.account_id = $1',
      key: 'm.municipality_id',
      columns: { position: 'm.position', since: 'm.since::text', note: 'm.note' },
    },
  ] satisfies PersonalThings['sections'];
}
