import { Injectable } from '@nestjs/common';
import type { Council } from '@zbor/contracts';
import { Database, type Transaction } from '../../platform/database/database';
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

  /** Of these accounts, those that hold the role of a council member here. */
  async councillors(municipalityId: string, ids: string[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM account WHERE municipality_id = $1 AND id = ANY ($2::uuid[]) AND role = 'council'`,
      [municipalityId, ids],
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
