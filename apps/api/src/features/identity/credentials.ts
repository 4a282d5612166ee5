import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Proven, Town } from '../../platform/http/caller';
import { ProblemError } from '../../platform/http/problem';
import { IdentityService } from './identity.service';

/** What a strategy looks at: the validated body of the request, and where one wants to sign in. */
interface Attempt {
  body: Record<string, unknown>;
  town: Town | null;
}

/**
 * Every way to prove who one is, as a passport strategy; all of them end in the same session, which passport has no
 * part in.
 */
@Injectable()
export class Credentials {
  private readonly authenticator = new passport.Passport();

  constructor(identity: IdentityService) {
    this.authenticator.use(
      'passphrase',
      new LocalStrategy(
        { usernameField: 'signInName', passwordField: 'passphrase', session: false, passReqToCallback: true },
        (request, signInName, passphrase, done) => {
          const { town } = request as unknown as Attempt;
          identity
            .verify(town, signInName, passphrase)
            .then((account) => done(null, account as Express.User), done);
        },
      ),
    );
  }

  /** @throws wrong_credentials */
  prove(strategy: 'passphrase', attempt: Attempt): Promise<Proven> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, account: unknown) => {
        if (error) reject(error);
        else if (account) resolve(account as Proven);
        else reject(new ProblemError('wrong_credentials'));
      };
      const handle = this.authenticator.authenticate(strategy, { session: false }, answer);
      handle({ ...attempt, headers: {} }, {}, reject);
    });
  }
}
