import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { CONFIG, type Config } from '../../platform/config/config';
import type { Town } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';

/** What has to be remembered between going to the provider and coming back. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

const PATIENCE_S = 10;

/**
 * The provider of a municipality, by OpenID Connect: authorization code with PKCE, state and nonce. openid-client is
 * asked directly: a passport strategy would redirect and keep a session by itself, and both belong to the pages here.
 */
@Injectable()
export class SsoProvider {
  private readonly known = new Map<string, Promise<client.Configuration>>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'sso' | 'publicUrl'>) {}

  /** What people call the provider; null where the municipality has none. */
  nameIn({ slug }: Pick<Town, 'slug'>): string | null {
    return this.config.sso[slug]?.name ?? null;
  }

  issuerIn({ slug }: Town): string {
    return found(this.config.sso[slug]).issuer;
  }

  /** @throws not_found, sso_unavailable */
  async start(town: Town): Promise<Journey & { location: string }> {
    const configuration = await this.discover(town);
    const journey = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const location = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(town).href,
      scope: 'openid',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    return { ...journey, location: location.href };
  }

  /** @returns the subject, the one claim that is looked at. @throws sso_unavailable, sso_cancelled, sso_failed */
  async finish(
    town: Town,
    { state, nonce, verifier }: Journey,
    answer: Record<string, string | undefined>,
  ): Promise<string> {
    const configuration = await this.discover(town);
    const url = this.callback(town);
    for (const [name, value] of Object.entries(answer))
      if (value !== undefined) url.searchParams.set(name, value);
    try {
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return found(tokens.claims()?.sub);
    } catch (error) {
      throw problemOf(error);
    }
  }

  private callback({ slug }: Town): URL {
    return new URL(`${slug}/sign-in/sso/callback`, this.config.publicUrl ?? undefined);
  }

  private async discover({ slug }: Town): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = found(this.config.sso[slug]);
    const server = new URL(issuer);
    const configuration =
      this.known.get(slug) ??
      client.discovery(server, clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: PATIENCE_S,
        // The settings admit http for a provider on this machine alone.
        execute: server.protocol === 'http:' ? [client.allowInsecureRequests] : [],
      });
    this.known.set(slug, configuration);
    try {
      return await configuration;
    } catch {
      this.known.delete(slug);
      throw new ProblemError('sso_unavailable');
    }
  }
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof client.AuthorizationResponseError) {
    return new ProblemError(error.error === 'access_denied' ? 'sso_cancelled' : 'sso_failed');
  }
  const { code, name } = error as { code?: string; name?: string };
  const away = name === 'TypeError' || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
  return new ProblemError(away ? 'sso_unavailable' : 'sso_failed');
}
