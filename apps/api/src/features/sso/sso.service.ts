import { Injectable } from '@nestjs/common';
import type { Locale } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Town } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { Secrets } from '../../platform/secrets';
import { IdentityService } from '../identity/identity.service';
import type { Enter } from '../identity/sessions.service';
import { type Journey, SsoProvider } from './sso.provider';
import { SsoRepository } from './sso.repository';

const MINUTE_MS = 60_000;
/** For signing in with the provider, and then for choosing a name. */
const patience = { away: 10, arrived: 30 };

/** What a browser carries sealed in its cookie: nothing of it is stored here. */
interface Carried {
  away: Journey & { returnTo: string };
  arrived: { subjectHash: string };
}
type Stage = keyof Carried;

export interface Cookie {
  value: string;
  until: Date;
}

@Injectable()
export class SsoService {
  constructor(
    private readonly provider: SsoProvider,
    private readonly repository: SsoRepository,
    private readonly identity: IdentityService,
    private readonly secrets: Secrets,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found, sso_unavailable */
  async start(town: Town, returnTo: string): Promise<{ location: string; cookie: Cookie }> {
    const { location, ...journey } = await this.provider.start(town);
    return { location, cookie: this.seal('away', town, { ...journey, returnTo }) };
  }

  /**
   * @returns the account, or a cookie for somebody who has none yet.
   * @throws sso_unavailable, sso_cancelled, and sso_failed where the answer does not belong to this browser, is too late
   * or comes again.
   */
  async finish(town: Town, cookie: string | null, answer: Record<string, string | undefined>) {
    const { returnTo, ...journey } = this.unseal('away', town, cookie);
    const subject = await this.provider.finish(town, journey, answer);
    const hash = this.secrets.hash('sso subject', town.id, this.provider.issuerIn(town), subject);
    const accountId = await this.repository.accountOf(hash);
    const account = accountId && (await this.identity.proven(town.id, accountId));
    if (account) return { account, returnTo };
    return { cookie: this.seal('arrived', town, { subjectHash: hash.toString('base64url') }), returnTo };
  }

  hasArrived(town: Town, cookie: string | null): boolean {
    return this.carried('arrived', town, cookie) !== null;
  }

  /** @throws sso_failed, wrong_state where there is an account already. */
  join(town: Town, cookie: string | null, wanted: { displayName: string; language: Locale }, enter: Enter) {
    const { subjectHash } = this.unseal('arrived', town, cookie);
    return this.db.transaction(async (tx) => {
      const account = await this.identity.admit(tx, town, wanted);
      await this.repository.insert(tx, {
        subjectHash: Buffer.from(subjectHash, 'base64url'),
        accountId: account.id,
      });
      await enter(tx, account);
      return account;
    });
  }

  private seal<S extends Stage>(stage: S, town: Town, carried: Carried[S]): Cookie {
    const until = new Date(this.clock.now().getTime() + patience[stage] * MINUTE_MS);
    const sealed = this.secrets.seal(
      purpose(stage, town),
      JSON.stringify({ ...carried, until: until.getTime() }),
    );
    return { value: sealed.toString('base64url'), until };
  }

  private carried<S extends Stage>(stage: S, town: Town, cookie: string | null): Carried[S] | null {
    const text = cookie && this.secrets.unseal(purpose(stage, town), Buffer.from(cookie, 'base64url'));
    if (!text) return null;
    const { until, ...carried } = JSON.parse(text) as Carried[S] & { until: number };
    return until > this.clock.now().getTime() ? (carried as unknown as Carried[S]) : null;
  }

  private unseal<S extends Stage>(stage: S, town: Town, cookie: string | null): Carried[S] {
    const carried = this.carried(stage, town, cookie);
    if (!carried) throw new ProblemError('sso_failed');
    return carried;
  }
}

const purpose = (stage: Stage, { id }: Town) => `sso ${stage} ${id}`;
