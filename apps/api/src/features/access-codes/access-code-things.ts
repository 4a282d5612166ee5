import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from '../privacy/personal-things';

/** Batches and quota go with the account of their maker; whoever used a code stands in neither. */
@Injectable()
export class AccessCodeThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'codes',
      tables: ['access_code_batch', 'access_code'],
      from: 'access_code_batch b WHERE b.maker_id = $1',
      key: 'b.id',
      columns: {
        createdAt: 'b.made_at',
        expiresAt: 'b.expires_at',
        made: 'b.made',
        used: 'b.used',
        expired: 'b.expired',
        cancelled: 'b.cancelled',
        unused: '(SELECT count(*)::int FROM access_code c WHERE c.batch_id = b.id)',
      },
    },
    {
      name: 'codeQuota',
      tables: ['access_code_quota'],
      from: 'access_code_quota q WHERE q.maker_id = $1',
      key: 'q.maker_id',
      columns: { perYear: 'q.per_year', year: 'q.year', made: 'q.made' },
    },
  ] satisfies PersonalThings['sections'];
}
