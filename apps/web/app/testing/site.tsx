import {
  type Account,
  type Endpoint,
  identity,
  type Municipality,
  type Output,
  type Problem,
  type ProblemCode,
  problemStatus,
} from '@zbor/contracts';
import { loadEverything, sentencesOf } from '@zbor/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type ActionFunction,
  createStaticHandler,
  createStaticRouter,
  isRouteErrorResponse,
  type LoaderFunction,
  type RouteObject,
  StaticRouterProvider,
  UNSAFE_withComponentProps as withComponentProps,
  UNSAFE_withErrorBoundaryProps as withErrorBoundaryProps,
} from 'react-router';
import App, { loader as rootLoader } from '../root';
import type { ApiReply, ApiTransport } from '../shared/context';
import { SentencesContext } from '../shared/i18n';

/** What a page asked of the API. */
export interface Asked {
  endpoint: Endpoint;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** How an endpoint answers in a spec: with what its contract allows, or with a problem. */
type Answer<E extends Endpoint> = Output<E> | Refused | ((asked: Asked) => Output<E> | Refused);
export type Answers = readonly (readonly [Endpoint, Answer<Endpoint>])[];

class Refused {
  constructor(readonly problem: Problem) {}
}

export const answer = <E extends Endpoint>(endpoint: E, reply: Answer<E>) =>
  [endpoint, reply as Answer<Endpoint>] as const;

export function refuse(code: ProblemCode, errors?: Problem['errors'], params?: Problem['params']): Refused {
  const title = code;
  return new Refused({ type: `/problems/${code}`, title, status: problemStatus[code], code, errors, params });
}

/** The module of a page, as the routes load it. */
interface PageModule {
  default?: unknown;
  ErrorBoundary?: unknown;
  loader?: unknown;
  action?: unknown;
}

/** What a visitor gets: where they are led, or the page. */
export interface Visited {
  status: number;
  location: string | null;
  cookies: string[];
  html: string;
}

export interface Site {
  asked: Asked[];
  get(address: string): Promise<Visited>;
  head(address: string): Promise<Visited>;
  post(address: string, form: Record<string, string>): Promise<Visited>;
}

/** Serves pages by their path as the portal does, over an API that keeps to the contracts and notes what is asked. */
export function siteOf(pages: Record<string, PageModule>, answers: Answers): Site {
  const asked: Asked[] = [];
  const context = transport(answers, asked);
  const children = Object.entries(pages).map(
    ([path, page]): RouteObject => ({
      id: path,
      path,
      loader: page.loader as LoaderFunction,
      action: page.action as ActionFunction,
      Component: page.default ? withComponentProps(page.default as never) : undefined,
      ErrorBoundary: page.ErrorBoundary ? withErrorBoundaryProps(page.ErrorBoundary as never) : undefined,
    }),
  );
  const routes: RouteObject[] = [
    {
      id: 'root',
      loader: (({ params, ...args }) =>
        rootLoader({ ...args, params, context } as never)) satisfies LoaderFunction,
      Component: App,
      children,
    },
  ];
  const handler = createStaticHandler(routes);

  async function visit(request: Request): Promise<Visited> {
    const found = await handler.query(request, { requestContext: context });
    if (found instanceof Response) {
      const { status, headers } = found;
      return { status, location: headers.get('location'), cookies: headers.getSetCookie(), html: '' };
    }
    for (const error of Object.values(found.errors ?? {})) if (!isRouteErrorResponse(error)) throw error;
    const failed = found.errors?.root !== undefined;
    const html = failed
      ? ''
      : renderToStaticMarkup(
          <SentencesContext value={sentencesOf('en', await loadEverything('en'))}>
            <StaticRouterProvider
              router={createStaticRouter(handler.dataRoutes, found)}
              context={found}
              hydrate={false}
            />
          </SentencesContext>,
        );
    return { status: found.statusCode, location: null, cookies: [], html };
  }

  const origin = 'https://zbor.example';
  return {
    asked,
    get: (address) => visit(new Request(origin + address)),
    head: (address) => visit(new Request(origin + address, { method: 'HEAD' })),
    post: (address, form) =>
      visit(new Request(origin + address, { method: 'POST', body: new URLSearchParams(form) })),
  };
}

function transport(answers: Answers, asked: Asked[]): ApiTransport {
  const found = (method: string, path: string) => {
    for (const [endpoint, reply] of answers) {
      const names: string[] = [];
      const pattern = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
        names.push(name);
        return '([^/]+)';
      });
      const match = endpoint.method === method && new RegExp(`^/api${pattern}$`).exec(path);
      if (match) {
        const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1]]));
        return { endpoint, reply, params };
      }
    }
    throw new Error(`No answer is prepared for ${method} ${path}`);
  };
  return {
    async request(method, url, init): Promise<ApiReply> {
      const { pathname, searchParams } = new URL(url, 'https://zbor.example');
      const { endpoint, reply, params } = found(method, pathname);
      const query = Object.fromEntries(searchParams);
      const ask: Asked = { endpoint, params, query, body: init.body ? JSON.parse(init.body) : {} };
      asked.push(ask);
      const out = typeof reply === 'function' ? reply(ask) : reply;
      const headers = { 'content-type': 'application/json' };
      if (out instanceof Refused) {
        return { status: out.problem.status, headers, body: JSON.stringify(out.problem) };
      }
      endpoint.params.parse(params);
      endpoint.query.parse(query);
      endpoint.body.parse(ask.body);
      const body = endpoint.status === 204 ? '' : JSON.stringify(endpoint.output.parse(out));
      return { status: endpoint.status, headers: { ...headers, 'set-cookie': 'session=opaque' }, body };
    },
  };
}

const everywhere = { en: '', sl: '', de: '', uk: '', ar: '' };

/** A town for specs. */
export const graz: Municipality = {
  slug: 'graz',
  name: 'Graz',
  country: 'AT',
  timeZone: 'Europe/Vienna',
  languages: ['de', 'en', 'ar'],
  accent: 'teal',
  hosts: [],
  invitation: { ...everywhere, en: 'Say what you need.' },
  categories: [],
};

/** Who visits: nobody in particular, or an account with this role. */
export function visitor(role?: Account['role']) {
  const account: Account | null = role
    ? {
        id: '0190a000-0000-7000-8000-000000000001',
        displayName: 'Blue Heron',
        signInName: 'heron',
        role,
        language: 'en',
      }
    : null;
  const moderate = role !== undefined && role !== 'participant';
  const can = { propose: role !== undefined, help: moderate, moderate, administer: role === 'admin' };
  return answer(identity.visit, { municipality: graz, account, halfway: false, assisted: false, can });
}
