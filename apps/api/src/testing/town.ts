import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AccountEntity } from '../features/identity/account.entity';
import { hashPassphrase } from '../features/identity/passphrases';
import { MunicipalitiesService } from '../features/municipalities/municipalities.service';
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
  await app.get(MunicipalitiesService).create(town, null);
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
