import { randomBytes } from 'node:crypto';
import { signInName } from '@zbor/contracts';
import { nameKey } from '@zbor/domain';
import { type DataSource, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { StartRefused } from '../../platform/config/config';
import { Database } from '../../platform/database/database';
import { AuditRepository } from '../audit/audit.repository';
import { AuditService } from '../audit/audit.service';
import { AccountEntity } from './account.entity';
import { endFactors } from './factors/factors.service';
import { hashPassphrase } from './passphrases';

const usage = 'npm run operator -- NAME, with 3 to 40 letters, digits, dots, hyphens or underscores';

/**
 * `operator NAME` gives the operator of that name a way in and tells its passphrase, this once: a new account, or, for
 * whoever lost theirs, the account that there is, without its second step and signed out everywhere. Whoever may run
 * it owns the database anyway.
 * @returns the exit code.
 * @throws StartRefused without a name that one can sign in with.
 */
export async function operatorCommand(
  argv: string[],
  source: DataSource,
  terminal: { write(text: string): unknown },
): Promise<number> {
  const { data: name } = signInName.safeParse(argv[0]);
  if (!name || argv.length > 1) throw new StartRefused(`Use: ${usage}.`);
  const passphrase = randomBytes(16).toString('base64url');
  const passphraseHash = await hashPassphrase(passphrase);
  const isNew = await letIn(source, name, passphraseHash);
  terminal.write(
    `${isNew ? 'There is a new operator' : 'The operator has a new passphrase, and no second step any more'}.\n` +
      `  name        ${name}\n  passphrase  ${passphrase}\n` +
      'Nobody can read it again. Sign in at /operator; the page leads through the second step.\n',
  );
  return 0;
}

/** @returns whether the account is new. */
async function letIn(source: DataSource, name: string, passphraseHash: string): Promise<boolean> {
  const db = new Database(source);
  const clock = new Clock();
  const audit = new AuditService(new AuditRepository(db), clock);
  return db.transaction(async (tx) => {
    const { manager } = tx;
    const key = { municipalityId: IsNull(), signInKey: nameKey(name) };
    const known = await manager.findOneBy(AccountEntity, key);
    const accountId = known?.id ?? uuid();
    if (known) {
      await manager.update(AccountEntity, { id: accountId }, { passphraseHash });
      await endFactors(tx, accountId);
    } else {
      await manager.insert(AccountEntity, {
        id: accountId,
        municipalityId: null,
        role: 'operator',
        displayName: name,
        signInName: name,
        signInKey: nameKey(name),
        passphraseHash,
        language: 'en',
        createdAt: clock.now(),
      });
    }
    const act = 'operator_let_in';
    await audit.record(tx, { municipalityId: null, actorId: null, act, details: { account: accountId } });
    return !known;
  });
}

/** What to do where nobody operates the installation yet; null where somebody does. */
export async function missingOperator(source: DataSource): Promise<string | null> {
  const known = await source.getRepository(AccountEntity).existsBy({ municipalityId: IsNull() });
  return known ? null : 'Nobody operates this installation yet: `npm run operator -- NAME` lets somebody in.';
}
