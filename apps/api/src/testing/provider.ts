import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { SsoSettings } from '../platform/config/config';

/** A real OpenID Connect provider, with its own pages for signing in: whoever writes a name there is that person. */
export class TestProvider {
  private constructor(
    private readonly server: Server,
    readonly settings: SsoSettings,
    /** Another portal that it knows. */
    readonly other: SsoSettings,
  ) {}

  /** @param redirects where it may send people back to. */
  static async open(redirects: string[]): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [clientId, clientSecret, name] = ['zbor', 'a secret of the spec alone', 'My Town ID'];
    const settings = { issuer, clientId, clientSecret, name };
    const other = { ...settings, clientId: 'another', clientSecret: 'another secret of the spec' };
    const provider = new Provider(issuer, {
      clients: [settings, other].map(({ clientId, clientSecret }) => ({
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirects,
      })),
      pkce: { required: () => true },
      cookies: { keys: ['for specs alone'] },
    });
    server.on('request', provider.callback());
    return new TestProvider(server, settings, other);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Somebody's browser at the provider: signs in there and agrees. @returns where the provider sends it back to. */
export async function signInThere(location: string, name: string): Promise<URL> {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>) => {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(key, value);
    }
    return answer;
  };
  const { origin } = new URL(location);
  let url = location;
  for (let steps = 0; steps < 12; steps++) {
    let answer = await ask(url);
    if (answer.status === 200) {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      answer = await ask(url, prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt });
    }
    url = new URL(answer.headers.get('location') ?? '', url).href;
    if (!url.startsWith(origin)) return new URL(url);
  }
  throw new Error('The provider never sent anybody back.');
}
