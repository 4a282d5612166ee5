import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalRegister, type PersonalThings } from './personal-things';

/** What lies below this feature: it all goes with the account's row, but for the log of privileged acts. */
@Injectable()
export class IdentityThings implements PersonalThings, OnModuleInit {
  constructor(private readonly register: PersonalRegister) {}

  onModuleInit(): void {
    this.register.register(this);
  }

  readonly sections = [
    {
      name: 'account',
      tables: ['account'],
      from: 'account a WHERE a.id = $1',
      key: 'a.id',
      columns: {
        displayName: 'a.display_name',
        signInName: 'a.sign_in_name',
        language: 'a.language',
        role: 'a.role',
        since: 'a.created_at',
      },
    },
    {
      name: 'roles',
      tables: ['role_grant'],
      from: 'role_grant g WHERE g.account_id = $1',
      key: 'g.id',
      columns: { role: 'g.role', since: 'g.starts_at', until: 'g.ends_at' },
    },
    {
      name: 'sessions',
      tables: ['session'],
      from: 'session s WHERE s.account_id = $1',
      key: 's.id',
      columns: { startedAt: 's.started_at', lastSeenAt: 's.last_seen_at', expiresAt: 's.expires_at' },
    },
    {
      name: 'totp',
      tables: ['totp'],
      from: 'totp t WHERE t.account_id = $1',
      key: 't.account_id',
      columns: { switchedOn: 'coalesce(length(t.secret), 0) > 0' },
    },
    {
      name: 'recovery',
      tables: ['recovery'],
      from: 'recovery r WHERE r.account_id = $1',
      key: 'r.account_id',
      columns: { since: 'r.made_at' },
    },
    {
      name: 'passkeys',
      tables: ['passkey'],
      from: 'passkey p WHERE p.account_id = $1',
      key: 'p.id',
      columns: { name: 'p.name', since: 'p.created_on', lastSeenAt: 'p.last_used_on' },
    },
    {
      name: 'acts',
      tables: ['audit_entry'],
      from: `audit_entry e WHERE (e.actor_id = $1 OR e.details->>'account' = $1::text)`,
      key: `md5(e.chain::text || e.number)::uuid`,
      columns: { at: 'e.at', act: 'e.act', details: 'e.details' },
    },
  ] satisfies PersonalThings['sections'];
}
