import { Injectable } from '@nestjs/common';
import type { Role } from '@zbor/contracts';
import { IsNull } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/database';
import { AccountEntity } from './account.entity';
import { roleAt, running } from './roles.repository';

export type WayIn = Pick<AccountEntity, 'signInName' | 'signInKey' | 'passphraseHash'>;

/** SQL: whether account `a` has something to prove itself with besides the way in. */
const hasSecondStep = `(EXISTS (SELECT 1 FROM totp t WHERE t.account_id = a.id AND t.secret IS NOT NULL)
  OR EXISTS (SELECT 1 FROM passkey p WHERE p.account_id = a.id))`;

@Injectable()
export class AccountsRepository {
  constructor(private readonly db: Database) {}

  private get accounts() {
    return this.db.source.getRepository(AccountEntity);
  }

  async insert({ manager }: Transaction, account: AccountEntity): Promise<void> {
    await manager.insert(AccountEntity, account);
  }

  /** Gives an account that has none a way in. @returns false where it has one already. */
  async keep({ manager }: Transaction, id: string, way: WayIn): Promise<boolean> {
    return ((await manager.update(AccountEntity, { id, signInKey: IsNull() }, way)).affected ?? 0) > 0;
  }

  /** In place of the way in that it had, if any. */
  async changeWayIn({ manager }: Transaction, id: string, way: WayIn): Promise<void> {
    await manager.update(AccountEntity, { id }, way);
  }

  /** @param municipalityId null for the operator. */
  bySignInKey(municipalityId: string | null, signInKey: string): Promise<AccountEntity | null> {
    return this.accounts.findOneBy({ municipalityId: municipalityId ?? IsNull(), signInKey });
  }

  byId(municipalityId: string, id: string, tx?: Transaction): Promise<AccountEntity | null> {
    return (tx?.manager ?? this.db.source.manager).findOneBy(AccountEntity, { municipalityId, id });
  }

  async change(id: string, what: Partial<Pick<AccountEntity, 'displayName' | 'language'>>): Promise<void> {
    if (Object.keys(what).length > 0) await this.accounts.update(id, what);
  }

  /** Of these display names, those in use. */
  async namesInUse(municipalityId: string, names: string[]): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(
      `SELECT DISTINCT display_name AS name FROM account
        WHERE municipality_id = $1 AND lower(display_name) = ANY (SELECT lower(n) FROM unnest($2::text[]) n)`,
      [municipalityId, names],
    );
    return rows.map((row) => row.name);
  }

  /** Accounts that can sign in, by display name. */
  page(
    municipalityId: string,
    filter: { q?: string; role?: Role },
    now: Date,
    after: (string | number)[] | null,
    size: number,
  ) {
    return this.db.query<{
      id: string;
      displayName: string;
      key: string;
      role: Role;
      since: Date;
      secondStep: boolean;
    }>(
      `SELECT a.id, display_name AS "displayName", lower(display_name) AS key, created_at AS since, ${roleAt('a.id', '$7')} AS role,
              ${hasSecondStep} AS "secondStep"
         FROM account a
        WHERE municipality_id = $1 AND sign_in_key IS NOT NULL
          AND ($2::text IS NULL OR lower(display_name) LIKE '%' || $2 || '%')
          AND ($3::text IS NULL OR $3 = 'participant' AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE ${running('a.id', '$7')})
               OR a.id IN (SELECT g.account_id FROM role_grant g WHERE g.role = $3 AND ${running('a.id', '$7')}))
          AND ($4::text IS NULL OR (lower(display_name), a.id) > ($4, $5::uuid))
        ORDER BY lower(display_name), a.id LIMIT $6`,
      [
        municipalityId,
        filter.q ? filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&') : null,
        filter.role ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        size,
        now,
      ],
    );
  }

  /** Who is an admin of a municipality now, by display name. */
  admins(
    municipalityId: string,
    now: Date,
  ): Promise<{ id: string; displayName: string; secondStep: boolean }[]> {
    return this.db.query(
      `SELECT a.id, display_name AS "displayName", ${hasSecondStep} AS "secondStep" FROM account a
        WHERE municipality_id = $1
          AND EXISTS (SELECT 1 FROM role_grant g WHERE g.role = 'admin' AND ${running('a.id', '$2')})
        ORDER BY lower(display_name), a.id`,
      [municipalityId, now],
    );
  }

  /** Ids of the municipalities in which anybody is an admin now. */
  async withAdmin(now: Date): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT DISTINCT a.municipality_id AS id FROM role_grant g JOIN account a ON ${running('a.id', '$1')}
        WHERE g.role = 'admin'`,
      [now],
    );
    return new Set(rows.map((row) => row.id));
  }
}
