import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import {
  addressOf,
  type Comment,
  contracts,
  type Endpoint,
  type Idea,
  type Output,
  type Request,
  type Role,
} from '@zbor/contracts';
import { Authenticator } from './authenticator';
import { type Portal, thePortal } from './portal';
import { plant, plantIn } from './traces';

const { identity } = contracts;

export const passphrase = 'violet tractor under snow';

/** Ends of names that nobody has yet. */
export const ending = () => randomBytes(4).toString('hex');

type Values = Record<string, unknown> | undefined;

/** Somebody who does through the API what a journey presupposes, and then goes on in a browser. */
export class Person {
  id = '';
  displayName = '';
  app: Authenticator | undefined;
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly town: string,
    readonly signInName = `e2e-${ending()}`,
    readonly url = thePortal().urls[0],
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Goes on with the cookies of a session that is open already. */
  carry(cookie: string): this {
    for (const [, name = '', value = ''] of cookie.matchAll(/([^=; ]+)=([^;]*)/g))
      this.cookies.set(name, value);
    return this;
  }

  /** Sets up the second step that a role asks for. */
  async setUpTotp(): Promise<void> {
    const params = { town: this.town };
    await this.call(identity.offerTotp, { params });
    this.app = new Authenticator((await this.call(identity.offeredTotp, { params })).secret);
    await this.call(identity.confirmTotp, { params, body: { code: this.app.code() } });
  }

  /** @throws where the portal refuses. */
  async call<E extends Endpoint>(endpoint: E, { params, query, body }: Request<E>): Promise<Output<E>> {
    const address = addressOf(endpoint, params as Values, query as Values);
    plantIn(body);
    const { cookie } = this;
    const response = await fetch(this.url + address, {
      method: endpoint.method,
      headers: {
        ...(cookie && { cookie, origin: this.url }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${endpoint.method} ${address} answered ${response.status} ${text}`);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
      plant(value);
    }
    const reply = text ? JSON.parse(text) : undefined;
    plantIn(reply);
    return reply as Output<E>;
  }

  /** Takes the session along into a browser. */
  enter(context: BrowserContext): Promise<void> {
    return context.addCookies([...this.cookies].map(([name, value]) => ({ name, value, url: this.url })));
  }

  propose(change: Partial<Request<typeof contracts.ideas.propose>['body']> = {}): Promise<Idea> {
    const body = {
      title: `A bench by the river ${ending()}`,
      body: 'Where one can sit and read in the shade of the old trees.',
      publish: true,
      language: 'en' as const,
    };
    return this.call(contracts.ideas.propose, { params: { town: this.town }, body: { ...body, ...change } });
  }

  comment(subject: string, body = 'I would sit there.', parentId?: string): Promise<Comment> {
    return this.call(contracts.comments.write, {
      params: { town: this.town, type: 'idea', subject },
      body: { body, parentId, language: 'en' },
    });
  }
}

/** Somebody who has just signed up. */
export async function newcomer(town: string, displayName = `Newcomer ${ending()}`): Promise<Person> {
  const person = new Person(town);
  person.displayName = displayName;
  const { signInName } = person;
  const body = { displayName, signInName, passphrase, language: 'en' as const };
  ({ id: person.id } = await person.call(identity.signUp, { params: { town }, body }));
  return person;
}

/** Somebody of the demo in Graz, by role. */
export async function official(role: Role | 'operator'): Promise<Person> {
  const { signIns, sessions, passphrase } = thePortal();
  const person = new Person('graz', signIns[role]);
  if (sessions[role]) return person.carry(sessions[role]);
  const { town, signInName } = person;
  await person.call(identity.signIn, { params: { town }, body: { signInName, passphrase } });
  return person;
}

/** The passphrases of an admin and of the operator are typed, and no code yet. */
export async function halfwayIn({ town, signInName }: Person): Promise<Person> {
  const person = new Person(town, signInName);
  const { signIns, passphrase: ofDemo } = thePortal();
  await person.call(identity.signIn, { params: { town }, body: { signInName, passphrase } });
  await person.call(identity.operatorSignIn, {
    body: { signInName: signIns.operator, passphrase: ofDemo },
  });
  return person;
}

/** Signs in those of the demo who need two steps, with the codes that it shows. @returns their cookies. */
export async function openSessions(
  url: string,
  { signIns, passphrase }: Pick<Portal, 'signIns' | 'passphrase'>,
): Promise<Portal['sessions']> {
  const sessions: Portal['sessions'] = {};
  const params = { town: 'graz' };
  for (const role of ['staff', 'admin', 'operator'] as const) {
    const person = new Person('graz', signIns[role], url);
    const body = { signInName: person.signInName, passphrase };
    if (role === 'operator') {
      await person.call(identity.operatorSignIn, { body });
      const { demo } = await person.call(identity.operatorStep, {});
      await person.call(identity.operatorProveCode, { body: { code: demo?.code ?? '' } });
    } else {
      await person.call(identity.signIn, { params, body });
      const { demo } = await person.call(identity.step, { params });
      await person.call(identity.proveCode, { params, body: { code: demo?.code ?? '' } });
    }
    sessions[role] = person.cookie;
  }
  return sessions;
}

/** A town of its own, for journeys that change one; with its admin. */
export async function newTown(name = 'Newtown'): Promise<Person> {
  const operator = await official('operator');
  const slug = `town-${ending()}`;
  await operator.call(contracts.municipalities.create, {
    body: {
      slug,
      name,
      country: 'AT',
      timeZone: 'Europe/Vienna',
      languages: ['en', 'de', 'ar', 'sl', 'uk'],
      accent: 'teal',
    },
  });
  const admin = new Person(slug);
  const { signInName } = admin;
  admin.displayName = 'Mayor';
  ({ id: admin.id } = await operator.call(identity.firstAdmin, {
    params: { town: slug },
    body: { displayName: admin.displayName, signInName, passphrase },
  }));
  await admin.call(identity.signIn, { params: { town: slug }, body: { signInName, passphrase } });
  await admin.setUpTotp();
  return admin;
}
