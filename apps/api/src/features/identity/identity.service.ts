import { Injectable } from '@nestjs/common';
import { type Account, contracts, type Input, type Locale, type Visit } from '@zbor/contracts';
import { mayAdminister, mayHelp, mayModerate, nameKey, passphraseProblem } from '@zbor/domain';
import { v7 as uuid, v4 as uuidOfChance } from 'uuid';
import { Clock } from '../../platform/clock';
import { readCursor, writeCursor } from '../../platform/cursor';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller, Proven, SignedIn, Town } from '../../platform/http/caller';
import { fieldProblem, ProblemError } from '../../platform/http/problem';
import type { AccountEntity } from './account.entity';
import { AccountsRepository, type WayIn } from './accounts.repository';
import { presentAccount } from './identity.presenter';
import { isLeaked } from './leaked-passphrases';
import { hashPassphrase, passphraseFits } from './passphrases';
import { pseudonyms } from './pseudonyms';
import { RolesService } from './roles.service';
import type { Enter } from './sessions.service';

export type NewAccount = Pick<
  Input<typeof contracts.identity.signUp>['body'],
  'displayName' | 'signInName' | 'passphrase'
>;
const PAGE = 50;

@Injectable()
export class IdentityService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsRepository,
    private readonly roles: RolesService,
    private readonly clock: Clock,
  ) {}

  visit(caller: Caller): Visit {
    const { town, account, viewer } = caller;
    return {
      municipality: town,
      account: account && presentAccount(account),
      halfway: caller.halfway !== null,
      assisted: account?.assisted ?? false,
      can: {
        propose: viewer !== null,
        help: mayHelp(viewer),
        moderate: mayModerate(viewer),
        administer: mayAdminister(viewer),
      },
    };
  }

  async suggestNames(town: Town, language: Locale | undefined): Promise<string[]> {
    const names = pseudonyms(language ?? town.languages[0] ?? 'en', 12);
    const taken = new Set(await this.accounts.namesInUse(town.id, names));
    return names.filter((name) => !taken.has(name)).slice(0, 4);
  }

  /** @throws name_taken, invalid_input when the passphrase is guessed too easily. */
  async signUp(town: Town, wanted: NewAccount & { language: Locale }, enter: Enter): Promise<Proven> {
    const account = await this.newAccount(town.id, wanted, 'participant', wanted.language);
    const person = toSignedIn(account);
    await this.db.transaction(async (tx) => {
      await this.accounts.insert(tx, account);
      await enter(tx, person);
    });
    return person;
  }

  /**
   * An account without a way back in, for somebody who has proven elsewhere that they may have one. Nothing in it tells
   * the moment, but for the day: whatever else is written down at that moment must not lead to it.
   */
  async admit(
    tx: Transaction,
    town: Town,
    { displayName, language }: Pick<AccountEntity, 'displayName' | 'language'>,
  ): Promise<Proven> {
    const today = this.clock.now();
    today.setUTCHours(0, 0, 0, 0);
    const account: AccountEntity = {
      id: uuidOfChance(),
      municipalityId: town.id,
      role: 'participant',
      displayName,
      signInName: null,
      signInKey: null,
      passphraseHash: null,
      language,
      createdAt: today,
    };
    await this.accounts.insert(tx, account);
    return toSignedIn(account);
  }

  /** @throws name_taken, wrong_state when it has one already, invalid_input when the passphrase is guessed too easily. */
  async keep(person: SignedIn, wanted: Pick<NewAccount, 'signInName' | 'passphrase'>): Promise<Account> {
    const way = await this.wayIn(wanted);
    await this.db.transaction((tx) => this.give(tx, person.id, way));
    return presentAccount({ ...person, signInName: way.signInName });
  }

  /** @throws wrong_state without a name to sign in with, invalid_input when the passphrase is guessed too easily. */
  async changePassphrase({ id, signInName }: SignedIn, passphrase: string): Promise<void> {
    if (signInName === null) throw new ProblemError('wrong_state');
    const way = await this.wayIn({ signInName, passphrase });
    await this.db.transaction((tx) => this.accounts.changeWayIn(tx, id, way));
  }

  /** A way in for an account that has none. @throws name_taken, wrong_state when it has one already. */
  async give(tx: Transaction, id: string, way: WayIn): Promise<void> {
    if (!(await this.accounts.keep(tx, id, way))) throw new ProblemError('wrong_state');
  }

  /** @throws invalid_input when the passphrase is guessed too easily. */
  async wayIn({ signInName, passphrase }: Pick<NewAccount, 'signInName' | 'passphrase'>): Promise<WayIn> {
    const weak = passphraseProblem(passphrase, signInName) ?? (isLeaked(passphrase) ? 'too_common' : null);
    if (weak) throw fieldProblem('body.passphrase', weak);
    return { signInName, signInKey: nameKey(signInName), passphraseHash: await hashPassphrase(passphrase) };
  }

  /**
   * @param town null for the operator.
   * @throws wrong_credentials, whichever of the two is wrong.
   */
  async verify(town: Town | null, signInName: string, passphrase: string): Promise<Proven> {
    const account = await this.accounts.bySignInKey(town?.id ?? null, nameKey(signInName.trim()));
    const fits = await passphraseFits(account?.passphraseHash ?? null, passphrase);
    if (!account || !fits) throw new ProblemError('wrong_credentials');
    return toSignedIn(account);
  }

  /** An account that was proven in another way. */
  async proven(municipalityId: string, id: string, tx?: Transaction): Promise<Proven | null> {
    const account = await this.accounts.byId(municipalityId, id, tx);
    return account && toSignedIn(account);
  }

  async changeMe(caller: Caller, what: Input<typeof contracts.identity.changeMe>['body']): Promise<Account> {
    const { person } = caller;
    await this.accounts.change(person.id, what);
    return presentAccount({ ...person, ...what });
  }

  async page(town: Town, query: Input<typeof contracts.identity.accounts>['query']) {
    const after = query.after === undefined ? null : this.readAfter(query.after);
    const rows = await this.accounts.page(town.id, query, this.clock.now(), after, PAGE + 1);
    const items = rows.slice(0, PAGE);
    const last = items.at(-1);
    const grants = await this.roles.of(
      town,
      items.map((item) => item.id),
    );
    return {
      items: items.map(({ id, displayName, role, since, secondStep }) => ({
        id,
        displayName,
        role,
        secondStep,
        since: since.toISOString(),
        roles: grants.get(id) ?? [],
      })),
      next: rows.length > PAGE && last ? writeCursor('accounts', [last.key, last.id]) : null,
    };
  }

  private readAfter(cursor: string): (string | number)[] {
    return readCursor(cursor, 'accounts', ['text', 'uuid']);
  }

  /** @throws invalid_input when the passphrase is guessed too easily. */
  async newAccount(
    municipalityId: string,
    wanted: NewAccount,
    role: AccountEntity['role'],
    language: Locale,
  ): Promise<AccountEntity> {
    return {
      id: uuid(),
      municipalityId,
      role,
      displayName: wanted.displayName,
      ...(await this.wayIn(wanted)),
      language,
      createdAt: this.clock.now(),
    };
  }
}

export function toSignedIn(account: AccountEntity): Proven {
  return {
    id: account.id,
    role: account.role,
    displayName: account.displayName,
    signInName: account.signInName,
    language: account.language,
  };
}
