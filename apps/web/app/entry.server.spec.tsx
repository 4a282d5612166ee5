import { lazy, Suspense } from 'react';
import { type AppLoadContext, createRequestHandler, Outlet, Scripts, type ServerBuild } from 'react-router';
import * as module from './entry.server';
import { Further } from './shared/further';
import { useT } from './shared/i18n';

function Whole({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
const Scripted = () => (
  <Whole>
    <Outlet />
    <Scripts />
  </Whole>
);
const Light = () => (
  <Whole>
    <Outlet />
  </Whole>
);
const Failed = () => <Whole>It failed.</Whole>;

const context = { languageScripts: { en: '/assets/en.js' } } as AppLoadContext;

/** Answers one address with this page, out of a build as Vite makes them. */
async function visit(Page: () => React.ReactNode, { Root = Scripted, method = 'GET' } = {}) {
  const root = { default: Root, ErrorBoundary: Failed };
  const page = { default: Page, loader: () => ({ text: '</script><b>&\u2028' }) };
  const known = { hasAction: false, hasErrorBoundary: false, hasLoader: false, imports: [] };
  const client = {
    ...known,
    hasClientAction: false,
    hasClientLoader: false,
    hasClientMiddleware: false,
    clientActionModule: undefined,
    clientLoaderModule: undefined,
    clientMiddlewareModule: undefined,
    hydrateFallbackModule: undefined,
  };
  const build: ServerBuild = {
    entry: { module },
    routes: {
      root: { id: 'root', path: '', module: root },
      page: { id: 'page', parentId: 'root', index: true, module: page },
    },
    assets: {
      entry: { module: '/entry.js', imports: [] },
      routes: {
        root: { ...client, id: 'root', path: '', module: '/root.js', hasErrorBoundary: true },
        page: { ...client, id: 'page', parentId: 'root', index: true, module: '/page.js', hasLoader: true },
      },
      url: '/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'client',
    future: { v8_middleware: false, v8_passThroughRequests: false, v8_trailingSlashAwareDataRequests: false },
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/manifest' },
  };
  const request = new Request('https://zbor.example/', { method });
  const reply = await createRequestHandler(build, 'production')(request, context);
  return { status: reply.status, headers: reply.headers, html: await reply.text() };
}

let said: jest.SpyInstance;
beforeEach(() => {
  said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => said.mockRestore());

test('a page comes whole, with its data and nothing else that could run', async () => {
  const { status, headers, html } = await visit(() => <p>Здравствуйте, مرحبا</p>);
  expect(status).toBe(200);
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('<p>Здравствуйте, مرحبا</p>');
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(2);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  const data = /streamController\.enqueue\((".*?")\);/.exec(html)?.[1] ?? '';
  expect(data).toContain(String.raw`\u003c/script\u003e\u003cb\u003e\u0026`);
  expect(JSON.parse(data)).toContain('</script><b>&');
  expect(html).toContain('streamController.close()');
  expect(said).not.toHaveBeenCalled();
});

const Title = () => <h1>{useT()('privacy:data.title')}</h1>;

test('the sentences of single pages are at hand, too', async () => {
  const { html } = await visit(() => (
    <Further of="privacy">
      <Title />
    </Further>
  ));
  expect(html).toContain('<h1>My data</h1>');
});

test('without scripts it comes without their data', async () => {
  const { html } = await visit(() => <p>Hello</p>, { Root: Light });
  expect(html).toContain('<p>Hello</p>');
  expect(html).not.toContain('<script');
});

test('asking for the head alone writes no page', async () => {
  const { status, headers, html } = await visit(() => <p>Hello</p>, { method: 'HEAD' });
  expect([status, headers.get('content-type'), html]).toEqual([200, 'text/html; charset=utf-8', '']);
});

function Failing(): never {
  throw new Error('of this part');
}
const Late = lazy(() => new Promise<never>(() => undefined));

test.each([
  ['fails', Failing],
  ['has to be waited for', Late],
])('a page of which a part %s is an error, and nobody gets half of it', async (_, Part) => {
  const { status, html } = await visit(() => (
    <Suspense>
      <p>The rest of it</p>
      <Part />
    </Suspense>
  ));
  expect(status).toBe(500);
  expect(html).toContain('It failed.');
  expect(html).not.toContain('The rest of it');
  expect(said).toHaveBeenCalledTimes(1);
});
