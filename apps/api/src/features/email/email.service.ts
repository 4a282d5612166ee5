import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { emailAddress, typedFigures } from '@zbor/domain';
import { v4 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database, type Transaction } from '../../platform/database/database';
import type { Proven, SignedIn, Town } from '../../platform/http/caller';
import { Limits } from '../../platform/http/limits';
import { fieldProblem, found, ProblemError } from '../../platform/http/problem';
import { Secrets } from '../../platform/secrets';
import { IdentityService } from '../identity/identity.service';
import { type Enter, SessionsService } from '../identity/sessions.service';
import type { EmailCodeEntity, Purpose } from './email.entity';
import { EmailMails } from './email.mails';
import { EmailRepository, type Handle } from './email.repository';

const MINUTE_MS = 60_000;
/** How long a code is good for; that to take a change back is long enough to be found in time. */
const lifeInMinutes: Record<Purpose, number> = { 'sign-in': 10, address: 10, undo: 72 * 60 };
/** Six are typed by heart; a code that anybody may try for days is longer. */
const figures: Record<Purpose, number> = { 'sign-in': 6, address: 6, undo: 12 };

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** A browser that waits for a mail: what its cookie holds, and until when. */
export interface Waiting {
  token: string;
  until: Date;
}

@Injectable()
export class EmailService {
  constructor(
    private readonly repository: EmailRepository,
    private readonly mails: EmailMails,
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly limits: Limits,
    private readonly secrets: Secrets,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  addressOf(person: SignedIn): Promise<string | null> {
    return this.repository.addressOf(person.id);
  }

  /** Sends a code to an address that is to be this person's. @throws invalid_input, mail_is_off, too_fast */
  async offer(town: Town, person: SignedIn, typed: string): Promise<Waiting> {
    const address = await this.admit(town, typed);
    return this.db.transaction((tx) => this.make(tx, 'address', town, person.id, address));
  }

  /**
   * Sends a code to sign in with, if an account has this address. Whether it has changes nothing of what is done here:
   * the one row and the one job are written in any case, and it is the job that finds nobody to write to.
   * @throws invalid_input, mail_is_off, too_fast
   */
  async ask(town: Town, typed: string): Promise<Waiting> {
    const address = await this.admit(town, typed);
    const accountId = await this.repository.accountOf(town.id, address);
    return this.db.transaction((tx) => this.make(tx, 'sign-in', town, accountId, null));
  }

  /** What this browser has asked a code for. */
  async asked(town: Town, token: string | null): Promise<'sign-in' | 'address' | null> {
    const purpose = token && (await this.repository.purposeOf(town.id, hashOf(token), this.clock.now()));
    return purpose && purpose !== 'undo' ? purpose : null;
  }

  /** @returns whose code it is. @throws wrong_email_code */
  async signIn(town: Town, token: string | null, typed: string, enter: Enter): Promise<Proven> {
    return this.use('sign-in', town, byToken(token), typed, async (tx, { accountId }) => {
      const account = found(await this.identity.proven(town.id, accountId, tx));
      await enter(tx, account);
      return account;
    });
  }

  /** @throws wrong_email_code, email_taken */
  async confirm(town: Town, person: SignedIn, token: string | null, typed: string): Promise<void> {
    const mine = ({ accountId }: Pick<EmailCodeEntity, 'accountId'>) => accountId === person.id;
    await this.use(
      'address',
      town,
      byToken(token),
      typed,
      (tx, { address }) => this.change(tx, town, person.id, address),
      mine,
    );
  }

  async remove(town: Town, person: SignedIn): Promise<void> {
    await this.db.transaction((tx) => this.change(tx, town, person.id, null));
  }

  /** Gives an account back the address that it had, and ends its sessions. @throws wrong_email_code, email_taken */
  async undo(town: Town, changeId: string, typed: string): Promise<void> {
    await this.use('undo', town, { id: changeId }, typed, async (tx, { accountId, address }) => {
      await this.repository.setAddress(tx, { accountId, municipalityId: town.id, address: address ?? '' });
      await this.repository.forgetCodes(tx, accountId, ['sign-in', 'address', 'undo']);
      await this.sessions.endAll(accountId, tx);
    });
  }

  forgetExpired(): Promise<void> {
    return this.repository.forgetExpired(this.clock.now());
  }

  private async admit(town: Town, typed: string): Promise<string> {
    if (!this.mails.areOn) throw new ProblemError('mail_is_off');
    const address = emailAddress(typed);
    if (!address) throw fieldProblem('body.address', 'bad_format');
    await this.limits.take('code by mail address', `${town.id} ${address}`);
    return address;
  }

  private async make(
    tx: Transaction,
    purpose: Purpose,
    town: Town,
    accountId: string | null,
    address: string | null,
  ): Promise<Waiting> {
    const id = uuid();
    const token = randomBytes(32).toString('base64url');
    const code = String(randomInt(10 ** figures[purpose])).padStart(figures[purpose], '0');
    const until = new Date(this.clock.now().getTime() + lifeInMinutes[purpose] * MINUTE_MS);
    await this.repository.insertCode(tx, {
      ...{ id, purpose, accountId, address },
      municipalityId: town.id,
      tokenHash: purpose === 'undo' ? null : hashOf(token),
      codeHash: this.hash(purpose, town, id, code),
      expiresAt: until,
    });
    await this.mails.send(tx, { codeId: id, purpose, code });
    return { token, until };
  }

  /** The address that was there before is told, and can be had back. What was sent there is worth nothing any more. */
  private async change(
    tx: Transaction,
    town: Town,
    accountId: string,
    address: string | null,
  ): Promise<void> {
    const before = await this.repository.addressOf(accountId);
    if (before === address) return;
    const municipalityId = town.id;
    await this.repository.setAddress(
      tx,
      address === null ? { accountId, address } : { accountId, municipalityId, address },
    );
    await this.repository.forgetCodes(tx, accountId, ['sign-in', 'address']);
    if (before !== null && this.mails.areOn) await this.make(tx, 'undo', town, accountId, before);
  }

  /** Does something with a code, once. Each call takes one of its tries. @throws wrong_email_code */
  private async use<T>(
    purpose: Purpose,
    town: Town,
    handle: Handle | null,
    typed: string,
    act: (tx: Transaction, code: Used) => Promise<T>,
    admits: (code: Used) => boolean = () => true,
  ): Promise<T> {
    const row = handle && (await this.repository.tryCode(town.id, purpose, handle, this.clock.now()));
    const hash = this.hash(purpose, town, row?.id ?? '', typedFigures(typed));
    const fits = timingSafeEqual(hash, row?.codeHash ?? Buffer.alloc(hash.length));
    if (!row?.accountId || !fits) throw new ProblemError('wrong_email_code');
    const used: Used = { accountId: row.accountId, address: row.address };
    return this.db.transaction(async (tx) => {
      if (!admits(used) || !(await this.repository.useCode(tx, row.id)))
        throw new ProblemError('wrong_email_code');
      return act(tx, used);
    });
  }

  private hash(purpose: Purpose, town: Town, id: string, code: string): Buffer {
    return this.secrets.hash('e-mail code', purpose, town.id, id, code);
  }
}

type Used = { accountId: string; address: string | null };

const byToken = (token: string | null): Handle | null => (token ? { tokenHash: hashOf(token) } : null);
