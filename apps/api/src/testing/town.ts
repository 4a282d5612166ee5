import type { GivenRole } from '@zbor/contracts';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AccountEntity } from '../features/identity/account.entity';
import { hashPassphrase } from '../features/identity/passphrases';
import { newGrant, RolesService } from '../features/identity/roles.service';
import { MunicipalitiesService } from '../features/municipalities/municipalities.service';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { acrossTowns } from '../platform/database/towns';
import type { Portal } from '../server';

/** A municipality to try things in. */
export async function openTown({ app }: Portal, slug: string): Promise<void> {
  const town = {
    slug,
    name: slug,
    country: 'AT',
    timeZone: 'Europe/Vienna',
    languages: ['de' as const, 'en' as const, 'ar' as const],
    accent: 'teal' as const,
  };
  await acrossTowns(() => app.get(MunicipalitiesService).create(town, null));
}

/** Gives somebody a role from now on, without an end. */
export async function appoint(
  { app }: Portal,
  town: string,
  accountId: string,
  role: GivenRole,
): Promise<void> {
  const { id } = await app.get(MunicipalitiesService).bySlug(town);
  const now = app.get(Clock).now();
  const grant = newGrant(id, accountId, role, null, { startsAt: now, endsAt: null, givenAt: now });
  await acrossTowns(() =>
    app.get(Database).transaction((tx) => app.get(RolesService, { strict: false }).begin(tx, grant)),
  );
}

/** The account of the operator, as an installation begins with it; there is one. */
export async function makeOperator(source: DataSource, passphrase: string): Promise<void> {
  const accounts = source.getRepository(AccountEntity);
  if (await accounts.existsBy({ role: 'operator' })) return;
  await accounts.insert({
    id: uuid(),
    municipalityId: null,
    role: 'operator',
    displayName: 'Operator',
    signInName: 'operator',
    signInKey: 'operator',
    passphraseHash: await hashPassphrase(passphrase),
    language: 'en',
    createdAt: new Date(),
  });
}
