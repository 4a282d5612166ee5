import { Injectable } from '@nestjs/common';
import type { ModeratedType, ReportReason, Role } from '@zbor/contracts';
import { Database, type Queries } from '../../platform/database/database';
import { ModerationActEntity, ReportEntity } from './moderation.entity';

export interface ReportRow {
  id: string;
  type: ModeratedType;
  subjectId: string;
  reason: ReportReason;
  note: string;
  at: Date;
}

export interface WaitingRow {
  type: ModeratedType;
  id: string;
  since: Date;
}

export interface ActRow {
  id: string;
  act: 'hide' | 'restore' | 'dismiss';
  type: ModeratedType;
  subjectId: string;
  reason: ReportReason | null;
  note: string;
  at: Date;
  name: string | null;
  role: Role | null;
}

@Injectable()
export class ModerationRepository {
  constructor(private readonly db: Database) {}

  async report(report: ReportEntity): Promise<void> {
    await this.db.source.getRepository(ReportEntity).insert(report);
  }

  findReport(municipalityId: string, id: string): Promise<ReportEntity | null> {
    return this.db.source.getRepository(ReportEntity).findOneBy({ municipalityId, id });
  }

  /** Things with open reports, the longest waiting first. */
  waiting(municipalityId: string, after: (string | number)[] | null, size: number): Promise<WaitingRow[]> {
    return this.db.query(
      `SELECT subject_type AS type, subject_id AS id, min(at) AS since
         FROM report WHERE municipality_id = $1 AND settled_by IS NULL
        GROUP BY subject_type, subject_id
       HAVING $2::timestamptz IS NULL OR (min(at), subject_id) > ($2, $3::uuid)
        ORDER BY min(at), subject_id LIMIT $4`,
      [municipalityId, after?.[0] ?? null, after?.[1] ?? null, size],
    );
  }

  openReports(municipalityId: string, subjects: { type: string; id: string }[]): Promise<ReportRow[]> {
    return this.db.query(
      `SELECT r.id, r.subject_type AS type, r.subject_id AS "subjectId", r.reason, r.note, r.at
         FROM report r JOIN unnest($2::text[], $3::uuid[]) s (type, id) ON s.type = r.subject_type AND s.id = r.subject_id
        WHERE r.municipality_id = $1 AND r.settled_by IS NULL ORDER BY r.at LIMIT 500`,
      [municipalityId, subjects.map((s) => s.type), subjects.map((s) => s.id)],
    );
  }

  async log(tx: Queries, act: ModerationActEntity): Promise<void> {
    await tx.query(
      `INSERT INTO moderation_act (id, municipality_id, moderator_id, act, subject_type, subject_id, reason, note, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        act.id,
        act.municipalityId,
        act.moderatorId,
        act.act,
        act.subjectType,
        act.subjectId,
        act.reason,
        act.note,
        act.at,
      ],
    );
  }

  /** Settles every open report about the act's subject, or one of them alone. @returns how many. */
  async settle(tx: Queries, act: ModerationActEntity, only: string | null): Promise<number> {
    const rows = await tx.query(
      `UPDATE report SET settled_by = $1
        WHERE municipality_id = $2 AND subject_type = $3 AND subject_id = $4 AND settled_by IS NULL
          AND ($5::uuid IS NULL OR id = $5) RETURNING id`,
      [act.id, act.municipalityId, act.subjectType, act.subjectId, only],
    );
    return rows.length;
  }

  /** Their reports stay without them and without their words. */
  async forgetReporter(tx: Queries, accountId: string): Promise<void> {
    await tx.query(`UPDATE report SET reporter_id = NULL, note = '' WHERE reporter_id = $1`, [accountId]);
  }

  /** Of texts that are gone: open reports go as well, and decisions keep no words that could repeat them. */
  async forgetWords(tx: Queries, type: ModeratedType, ids: string[]): Promise<void> {
    await tx.query(
      'DELETE FROM report WHERE subject_type = $1 AND subject_id = ANY ($2::uuid[]) AND settled_by IS NULL',
      [type, ids],
    );
    for (const table of ['report', 'moderation_act'])
      await tx.query(
        `UPDATE ${table} SET note = '' WHERE subject_type = $1 AND subject_id = ANY ($2::uuid[])`,
        [type, ids],
      );
  }

  acts(municipalityId: string, after: (string | number)[] | null, size: number): Promise<ActRow[]> {
    return this.db.query(
      `SELECT m.id, m.act, m.subject_type AS type, m.subject_id AS "subjectId", m.reason, m.note, m.at,
              a.display_name AS name, a.role
         FROM moderation_act m LEFT JOIN account a ON a.id = m.moderator_id
        WHERE m.municipality_id = $1 AND ($2::timestamptz IS NULL OR (m.at, m.id) < ($2, $3::uuid))
        ORDER BY m.at DESC, m.id DESC LIMIT $4`,
      [municipalityId, after?.[0] ?? null, after?.[1] ?? null, size],
    );
  }
}
