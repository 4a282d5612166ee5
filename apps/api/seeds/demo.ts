import { rolesOfTwoSteps } from '@zbor/domain';
import { type DataSource, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AccountEntity } from '../src/features/identity/account.entity';
import { demoSecret } from '../src/features/identity/factors/demo-secret';
import { TotpEntity } from '../src/features/identity/factors/totp.entity';
import { totpOf } from '../src/features/identity/factors/totp.service';
import { hashPassphrase, passphraseFits } from '../src/features/identity/passphrases';
import { Database, type Transaction } from '../src/platform/database/database';
import type { Secrets } from '../src/platform/secrets';
import graz from './demo/graz.json';
import ljubljana from './demo/ljubljana.json';
import lublin from './demo/lublin.json';
import { type DemoTown, seedTown } from './demo-town';

/** Any number, the same in every process: one fills the database, the others wait and find it full. */
const LOCK = 7_269_627;

/** Made up and printed on the terminal: the demo guards nothing. */
const PASSPHRASE = 'warm bread for everyone';

const towns = [graz as DemoTown, ljubljana as DemoTown, lublin as DemoTown];

/**
 * Fills a database without municipalities with three lively towns, all or nothing.
 * @returns lines for the terminal that say how to sign in; null when the database holds something else.
 */
export async function seedDemo(
  source: DataSource,
  secrets: Secrets,
  say: (line: string) => void,
): Promise<string[] | null> {
  const db = new Database(source);
  const operator = await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [{ filled }] = (await tx.query('SELECT EXISTS (SELECT 1 FROM municipality) AS filled')) as [
      { filled: boolean },
    ];
    if (!filled) {
      say('Filling the empty database with the demo …');
      const now = new Date();
      const passphraseHash = await hashPassphrase(PASSPHRASE);
      for (const town of towns) await seedTown(tx, town, passphraseHash, now);
      await tx.manager.insert(AccountEntity, {
        id: uuid(),
        municipalityId: null,
        role: 'operator',
        displayName: 'Operator',
        signInName: 'operator',
        signInKey: 'operator',
        passphraseHash,
        language: 'en',
        createdAt: now,
      });
      await shareDemoSecret(tx, secrets);
    }
    return tx.manager.findOneBy(AccountEntity, { role: 'operator', signInKey: 'operator' });
  });
  const ours = operator !== null && (await passphraseFits(operator.passphraseHash, PASSPHRASE));
  return ours ? signIns() : null;
}

async function shareDemoSecret(tx: Transaction, secrets: Secrets): Promise<void> {
  const officials = await tx.manager.findBy(AccountEntity, { role: In([...rolesOfTwoSteps]) });
  for (const { id } of officials) {
    const secret = secrets.seal(totpOf(id), demoSecret);
    await tx.manager.insert(TotpEntity, { accountId: id, secret });
  }
}

function signIns(): string[] {
  const roles = ['participant', 'facilitator', 'council', 'staff', 'admin'] as const;
  const shown = roles.flatMap((role) => {
    const person =
      graz.people.find((each) => each.role === role && each.language === 'de') ??
      graz.people.find((each) => each.role === role);
    return person ? [{ role: role as string, name: person.key, page: '/graz/sign-in' }] : [];
  });
  shown.push({ role: 'operator', name: 'operator', page: '/operator' });
  return [
    `Demo sign-ins, each with the passphrase "${PASSPHRASE}":`,
    ...shown.map(({ role, name, page }) => `  ${role.padEnd(12)} ${name.padEnd(10)} ${page}`),
    'Staff, admin and operator are asked for a code as well; in the demo the page shows it.',
  ];
}
