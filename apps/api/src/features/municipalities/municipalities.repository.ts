import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/database';
import type { Town } from '../../platform/http/caller';
import { CategoryEntity, MunicipalityEntity, MunicipalityHostEntity } from './municipality.entity';

@Injectable()
export class MunicipalitiesRepository {
  constructor(private readonly db: Database) {}

  /** Every municipality with its hosts and categories: a handful, read together. */
  async all(): Promise<Town[]> {
    const { manager } = this.db.source;
    const [towns, hosts, categories] = await Promise.all([
      manager.find(MunicipalityEntity, { order: { name: 'ASC' } }),
      manager.find(MunicipalityHostEntity, { order: { host: 'ASC' } }),
      manager.find(CategoryEntity, { order: { position: 'ASC' } }),
    ]);
    return towns.map((town) => ({
      id: town.id,
      slug: town.slug,
      name: town.name,
      country: town.country,
      timeZone: town.timeZone,
      languages: town.languages,
      accent: town.accent,
      invitation: town.invitation,
      hosts: hosts.filter((h) => h.municipalityId === town.id).map((h) => h.host),
      categories: categories
        .filter((c) => c.municipalityId === town.id)
        .map(({ key, names }) => ({ key, names })),
    }));
  }

  async insert(
    { manager }: Transaction,
    town: MunicipalityEntity,
    categories: Pick<CategoryEntity, 'key' | 'names'>[],
  ): Promise<void> {
    await manager.insert(MunicipalityEntity, town);
    await manager.insert(
      CategoryEntity,
      categories.map((category, position) => ({ ...category, municipalityId: town.id, position })),
    );
  }

  async change(
    { manager }: Transaction,
    id: string,
    settings: Partial<Pick<MunicipalityEntity, 'name' | 'timeZone' | 'languages' | 'accent' | 'invitation'>>,
    hosts: string[] | undefined,
  ): Promise<void> {
    if (Object.keys(settings).length > 0) await manager.update(MunicipalityEntity, id, settings);
    if (!hosts) return;
    await manager.delete(MunicipalityHostEntity, { municipalityId: id });
    if (hosts.length > 0) {
      await manager.insert(
        MunicipalityHostEntity,
        hosts.map((host) => ({ host, municipalityId: id })),
      );
    }
  }
}
