import { Injectable } from '@nestjs/common';
import type { Council } from '@zbor/contracts';
import { Database, type Transaction } from '../../platform/database/database';
import { running } from '../identity/roles.repository';
import { CouncilEntity, CouncilMemberEntity } from './council.entity';

@Injectable()
export class CouncilsRepository {
  constructor(private readonly db: Database) {}

  async read(municipalityId: string): Promise<Council | null> {
    const [council, members] = await Promise.all([
      this.db.source.manager.findOneBy(CouncilEntity, { municipalityId }),
      this.db.query<Council['members'][number]>(
        `SELECT m.account_id AS "accountId", a.display_name AS name, m.position, m.since::text, m.note
           FROM council_member m JOIN account a ON a.id = m.account_id
          WHERE m.municipality_id = $1 ORDER BY m.place`,
        [municipalityId],
      ),
    ]);
    return council && { name: council.name, about: council.about, members };
  }

  /** Of these accounts, those that hold the role of a member of this council now. */
  async councillors(municipalityId: string, ids: string[], now: Date): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT a.id FROM account a JOIN role_grant g ON ${running('a.id', '$3')}
        WHERE a.municipality_id = $1 AND a.id = ANY ($2::uuid[]) AND g.role = 'council' AND g.council_id = $1`,
      [municipalityId, ids, now],
    );
    return rows.map((row) => row.id);
  }

  async write(
    { manager }: Transaction,
    council: CouncilEntity,
    members: Omit<CouncilMemberEntity, 'municipalityId' | 'place'>[],
  ): Promise<void> {
    await manager.save(CouncilEntity, council);
    const { municipalityId } = council;
    await manager.delete(CouncilMemberEntity, { municipalityId });
    await manager.insert(
      CouncilMemberEntity,
      members.map((member, place) => ({ ...member, municipalityId, place })),
    );
  }
}
