import { Injectable } from '@nestjs/common';
import { roles } from '@zbor/contracts';
import { Database, type Queries } from '../../platform/database/database';
import type { RoleGrantEntity } from './role-grant.entity';

/** The grants of an account that hold at a moment; both are SQL expressions. */
export const running = (account: string, at: string) =>
  `g.account_id = ${account} AND g.starts_at <= ${at} AND (g.ends_at IS NULL OR g.ends_at > ${at})`;

/** The role that an account of a municipality has at a moment: of several, the one with the most rights. */
export const roleAt = (account: string, at: string) =>
  `coalesce((SELECT g.role FROM role_grant g WHERE ${running(account, at)}
     ORDER BY array_position('{${roles.join(',')}}'::text[], g.role) DESC LIMIT 1), 'participant')`;

/** That somebody is an admin now; `lasting` when it has no end. */
export interface AdminGrant {
  id: string;
  accountId: string;
  lasting: boolean;
}

@Injectable()
export class RolesRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Queries, grant: RoleGrantEntity): Promise<void> {
    await tx.query(
      `INSERT INTO role_grant (id, account_id, role, council_id, starts_at, ends_at, given_by, given_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        grant.id,
        grant.accountId,
        grant.role,
        grant.councilId,
        grant.startsAt,
        grant.endsAt,
        grant.givenBy,
        grant.givenAt,
      ],
    );
  }

  /** Grants of these accounts that run or will. */
  notEnded(accountIds: string[], now: Date): Promise<RoleGrantEntity[]> {
    return this.db.query(
      `SELECT id, account_id AS "accountId", role, council_id AS "councilId", starts_at AS "startsAt", ends_at AS "endsAt",
              given_by AS "givenBy", given_at AS "givenAt"
         FROM role_grant WHERE account_id = ANY ($1::uuid[]) AND (ends_at IS NULL OR ends_at > $2)
        ORDER BY starts_at, id`,
      [accountIds, now],
    );
  }

  /** Such a grant of this account, held until the transaction ends; null when there is none. */
  async hold(tx: Queries, accountId: string, id: string, now: Date): Promise<RoleGrantEntity | null> {
    const [grant] = await tx.query<RoleGrantEntity>(
      `SELECT id, account_id AS "accountId", role, council_id AS "councilId", starts_at AS "startsAt", ends_at AS "endsAt",
              given_by AS "givenBy", given_at AS "givenAt"
         FROM role_grant WHERE id = $1 AND account_id = $2 AND (ends_at IS NULL OR ends_at > $3) FOR UPDATE`,
      [id, accountId, now],
    );
    return grant ?? null;
  }

  /** Grants of those who are admins of the municipality now, held until the transaction ends. */
  holdAdmins(tx: Queries, municipalityId: string, now: Date): Promise<AdminGrant[]> {
    return tx.query(
      `SELECT g.id, a.id AS "accountId", g.ends_at IS NULL AS lasting FROM role_grant g JOIN account a ON ${running('a.id', '$2')}
        WHERE a.municipality_id = $1 AND g.role = 'admin' ORDER BY g.id FOR UPDATE OF g`,
      [municipalityId, now],
    );
  }

  /** One that has not begun ends as it begins. */
  async end(tx: Queries, id: string, now: Date): Promise<void> {
    await tx.query('UPDATE role_grant SET ends_at = greatest(starts_at, $2) WHERE id = $1', [id, now]);
  }

  /** Puts the role beside the name in step with the grants. @returns those for whom it changed. */
  async show(on: Queries, now: Date, accountId: string | null): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `UPDATE account a SET role = held.role
         FROM (SELECT o.id, ${roleAt('o.id', '$1')} AS role FROM account o
                WHERE o.id IN (SELECT account_id FROM role_grant) AND ($2::uuid IS NULL OR o.id = $2)) held
        WHERE a.id = held.id AND a.role <> held.role RETURNING a.id`,
      [now, accountId],
    );
    return rows.map((row) => row.id);
  }
}
