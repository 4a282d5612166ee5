import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { providerName } from './portal';

/** A real OpenID Connect provider with pages of its own: whoever writes a name there is that person. */
export interface OpenIdProvider {
  /** Of the town in which it can be signed in with. */
  env: Record<string, string>;
  /** Begins to answer; people are sent back to one of these portals. */
  answer(portals: string[]): void;
  stop(): Promise<void>;
}

export async function startProvider(town: string): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [client_id, client_secret] = ['zbor', 'a secret of the journeys alone'];
  const prefix = `OIDC_${town.toUpperCase()}`;
  return {
    env: {
      [`${prefix}_ISSUER`]: issuer,
      [`${prefix}_CLIENT_ID`]: client_id,
      [`${prefix}_CLIENT_SECRET`]: client_secret,
      [`${prefix}_NAME`]: providerName,
    },
    answer(portals) {
      const redirect_uris = portals.map((portal) => `${portal}/${town}/sign-in/sso/callback`);
      const provider = new Provider(issuer, {
        clients: [{ client_id, client_secret, redirect_uris }],
        cookies: { keys: ['for journeys alone'] },
      });
      server.on('request', provider.callback());
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
