import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { contracts, Input } from '@zbor/contracts';
import { codeOf, PHRASE_FIGURES, typedPhrase } from '@zbor/domain';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database/database';
import type { Caller, SignedIn, Town } from '../../../platform/http/caller';
import { fieldProblem, found, ProblemError } from '../../../platform/http/problem';
import { Secrets } from '../../../platform/secrets';
import type { AccountEntity } from '../account.entity';
import { AccountsRepository } from '../accounts.repository';
import { FactorsService } from '../factors/factors.service';
import { IdentityService } from '../identity.service';
import { SessionsService } from '../sessions.service';
import { RecoveryRepository } from './recovery.repository';

/** A phrase on paper that leads back into an account, whatever else was lost. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly phrases: RecoveryRepository,
    private readonly accounts: AccountsRepository,
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly factors: FactorsService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  async phrase({ person }: Caller) {
    const phrase = await this.phrases.of(person.id);
    return {
      madeAt: phrase?.madeAt.toISOString() ?? null,
      mustProve: canProve(person) && !this.sessions.isFresh(person),
    };
  }

  /** Makes a phrase; an older one counts no longer. @throws prove_again where there is a passphrase to prove with. */
  async make({ town, person }: Caller): Promise<{ phrase: string }> {
    if (canProve(person)) this.sessions.mustBeFresh(person);
    const drawn = Array.from({ length: PHRASE_FIGURES - 1 }, () => randomInt(10)).join('');
    const phrase = codeOf(drawn);
    await this.phrases.write({
      accountId: person.id,
      hash: this.hash(town, phrase),
      madeAt: this.clock.now(),
    });
    return { phrase };
  }

  /** @throws invalid_input for a slip of typing; phrase_refused for every phrase that does not count. */
  async recognise(town: Town, typed: string) {
    const { displayName, signInName } = (await this.find(town, typed)).account;
    return { displayName, signInName };
  }

  /**
   * Uses the phrase up, ends every session, forgets every passkey and opens a new session, which is halfway where the
   * account has a second step.
   * @throws phrase_refused, name_taken, invalid_input when the passphrase is guessed too easily.
   */
  async recover(
    reply: FastifyReply,
    town: Town,
    { phrase, signInName, passphrase }: Input<typeof contracts.identity.recover>['body'],
  ): Promise<void> {
    const { account, hash } = await this.find(town, phrase);
    const { id } = account;
    const name = account.signInName ?? signInName;
    if (name === undefined) throw fieldProblem('body.signInName', 'required');
    const way = await this.identity.wayIn({ signInName: name, passphrase });
    await this.db.transaction(async (tx) => {
      if (!(await this.phrases.use(tx, hash))) throw new ProblemError('phrase_refused');
      await this.accounts.changeWayIn(tx, id, way);
      await this.sessions.endAll(id, tx);
      const person = found(await this.identity.proven(town.id, id, tx));
      await this.factors.losePasskeys(tx, person);
      await this.sessions.entering(reply, town.slug)(tx, person);
    });
  }

  private async find(town: Town, typed: string): Promise<{ account: AccountEntity; hash: Buffer }> {
    const phrase = typedPhrase(typed);
    if (!phrase) throw fieldProblem('body.phrase', 'mistyped_code');
    const hash = this.hash(town, phrase);
    const known = await this.phrases.byHash(hash);
    const account = known && (await this.accounts.byId(town.id, known.accountId));
    if (!account) throw new ProblemError('phrase_refused');
    return { account, hash };
  }

  private hash(town: Town, phrase: string): Buffer {
    return this.secrets.hash('recovery phrase', town.id, phrase);
  }
}

const canProve = ({ signInName }: SignedIn): boolean => signInName !== null;
