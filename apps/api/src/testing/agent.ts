import { randomUUID } from 'node:crypto';
import {
  type Account,
  addressOf,
  contracts,
  type Endpoint,
  type Idea,
  type Output,
  type Problem,
  type Request,
} from '@zbor/contracts';
import { AuthenticatorApp } from './authenticator-app';

export interface Answer<E extends Endpoint> {
  status: number;
  headers: Headers;
  /** As sent; a problem where the status says so. */
  body: Output<E> & Partial<Problem>;
}

/** Somebody with a browser: speaks HTTP and keeps cookies. */
export class Agent {
  id = '';
  name = '';
  passphrase = 'violet tractor under snow';
  app: AuthenticatorApp | undefined;
  /** Somebody is at their side: what they write is read back first. */
  assisted = false;
  private readonly cookies = new Map<string, string>();

  /** @param origin of the pages that this browser shows, where it differs from the address that is asked. */
  constructor(
    readonly url: string,
    private readonly origin = url,
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes another's cookies, as a thief would. */
  steal(other: Agent): this {
    for (const [name, value] of other.cookies) this.cookies.set(name, value);
    return this;
  }

  /** Any request whatever, however wrong. */
  async raw(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | null,
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie && { cookie: this.cookie, origin: this.origin }), ...headers },
      body,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  /** A request as the contract describes it; the types can be lied to where a spec wants to. */
  async call<E extends Endpoint>(endpoint: E, request: Request<E>): Promise<Answer<E>> {
    const { params, query, body } = request as { params?: object; query?: object; body?: unknown };
    const address = addressOf(endpoint, params as Record<string, unknown>, query as Record<string, unknown>);
    const json = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.raw(
      endpoint.method,
      address,
      json,
      json ? { 'content-type': 'application/json' } : {},
    );
    return {
      status: answer.status,
      headers: answer.headers,
      body: answer.text ? JSON.parse(answer.text) : undefined,
    };
  }

  /** The same, and it must succeed with a reply that the contract allows. */
  async ok<E extends Endpoint>(endpoint: E, request: Request<E>): Promise<Output<E>> {
    const { status, body } = await this.call(endpoint, request);
    if (status !== endpoint.status)
      throw new Error(`${endpoint.path} answered ${status} ${JSON.stringify(body)}`);
    return endpoint.output.parse(body) as Output<E>;
  }

  /** The same, and it must be refused. @returns the status and the code. */
  async refused<E extends Endpoint>(endpoint: E, request: Request<E>): Promise<string> {
    const { status, body, headers } = await this.call(endpoint, request);
    if (status < 400) throw new Error(`${endpoint.path} answered ${status} and should have refused.`);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    return `${status} ${body.code}`;
  }

  async signUp(town: string, signInName: string): Promise<Account> {
    const account = await this.ok(contracts.identity.signUp, {
      params: { town },
      body: { displayName: `Name of ${signInName}`, signInName, passphrase: this.passphrase, language: 'en' },
    });
    this.id = account.id;
    this.name = signInName;
    return account;
  }

  /** Sets up an authenticator app in this session. @param town null for the operator. */
  async setUpTotp(town: string | null): Promise<void> {
    const { offerTotp, offeredTotp, confirmTotp, ...operator } = contracts.identity;
    if (town) {
      const params = { town };
      await this.ok(offerTotp, { params });
      this.app = new AuthenticatorApp((await this.ok(offeredTotp, { params })).secret);
      await this.ok(confirmTotp, { params, body: { code: this.app.code() } });
    } else {
      await this.ok(operator.operatorOfferTotp, {});
      this.app = new AuthenticatorApp((await this.ok(operator.operatorOfferedTotp, {})).secret);
      await this.ok(operator.operatorConfirmTotp, { body: { code: this.app.code() } });
    }
  }

  /** An idea of theirs, published unless said otherwise. */
  async propose(
    town: string,
    { publish = true, requestKey, ...change }: Partial<Request<typeof contracts.ideas.propose>['body']> = {},
  ): Promise<Idea> {
    const params = { town };
    const body = {
      title: 'A bench by the river',
      body: 'Where one can sit and read in the shade.',
      ...change,
    };
    const shown = this.assisted && (await this.ok(contracts.ideas.preview, { params, body }));
    const sent = { ...body, publish, requestKey, ...(shown && { readBack: shown.readBack }) };
    return this.ok(contracts.ideas.propose, { params, body: sent });
  }

  /** A comment of theirs. */
  async comment(town: string, subject: string, body = 'I would sit there.', parentId?: string) {
    const shown =
      this.assisted && (await this.ok(contracts.comments.preview, { params: { town }, body: { body } }));
    return this.ok(contracts.comments.write, {
      params: { town, type: 'idea', subject },
      body: { body, parentId, requestKey: randomUUID(), ...(shown && { readBack: shown.readBack }) },
    });
  }
}
