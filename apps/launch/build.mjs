import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step } from './terminal.mjs';

const shared = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'libs/contracts',
  'libs/domain',
  'libs/i18n',
];

const parts = {
  api: {
    sources: [...shared, 'apps/api'],
    command: ['node_modules/vite/bin/vite.js', 'build'],
  },
  web: {
    sources: [...shared, 'libs/ui', 'apps/web'],
    command: ['node_modules/@react-router/dev/bin.js', 'build'],
  },
  count: {
    sources: [...shared, 'apps/count'],
    command: ['node_modules/vite/bin/vite.js', 'build'],
  },
};

/** Builds what runs the portal. */
export const build = (stopping) => buildStale(['api', 'web'], stopping);

/** Builds the parts whose sources differ from those they were last built of, side by side. */
async function buildStale(names, stopping) {
  const stale = names.filter(isStale);
  if (!stale.length) return;
  await step(`Building ${stale.join(' and ')}`, async () => {
    const builds = await Promise.allSettled(stale.map((part) => buildPart(part, stopping)));
    for (const { reason } of builds) if (reason) throw reason;
  });
}

/** Builds the command that counts ballots. */
export const buildCount = (stopping) => buildStale(['count'], stopping);

async function buildPart(part, stopping) {
  const { command, sources } = parts[part];
  const print = fingerprint(sources);
  rmSync(stampOf(part), { force: true });
  const [script, ...args] = command;
  await run([join(root, script), ...args], {
    title: `The build of ${part}`,
    cwd: join(root, 'apps', part),
    env: { ...process.env, NODE_ENV: 'production' },
    stopping,
  });
  mkdirSync(join(stampOf(part), '..'), { recursive: true });
  writeFileSync(stampOf(part), print);
}

const stampOf = (part) => join(root, 'apps', part, 'build', '.stamp');

function isStale(part) {
  const stamp = stampOf(part);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(parts[part].sources);
}

/** Names, sizes and times of all files: enough to see an edit, an addition or a removal. */
function fingerprint(sources) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) for (const line of list(join(root, source))) hash.update(line);
  return hash.digest('hex');
}

const ignored = /^(build|node_modules|\.react-router|.+\.spec\.tsx?)$/;

function* list(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory())
    for (const name of readdirSync(path).sort()) {
      if (!ignored.test(name)) yield* list(join(path, name));
    }
  else if (stat) yield `${path} ${stat.size} ${stat.mtimeMs}\n`;
}
