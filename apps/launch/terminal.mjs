import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Node's options for a child that is to get `signal` when its launcher is gone, even by kill -9. */
export const follow = (signal) => ['--import', new URL(`./follow.mjs?${signal}`, import.meta.url).href];

/** An expected failure: its message is the one sentence that the person at the terminal reads. */
export class Refusal extends Error {}

/** What is said of a disk without room, wherever it was met. */
export const diskFull = 'The disk is full: make some room (about 2 GB are needed) and try again.';

export const isDiskFull = (text) => /ENOSPC|no space left on device/i.test(text);

/** Where is said what goes on. A command whose output belongs to its reader says it on standard error. */
export const telling = { to: process.stdout };

export const say = (line) => telling.to.write(`${line}\n`);

/**
 * Runs a command of the launcher. `work` gets an AbortSignal that fires on Ctrl-C and answers the exit code.
 * A refusal is printed as its sentence, anything unforeseen with its stack.
 */
export async function launch(work) {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort(signal));
  if (process.env.npm_lifecycle_event) stopWithParent(stopping);
  try {
    checkNode();
    process.exitCode = await work(stopping.signal);
  } catch (error) {
    process.exitCode = stopping.signal.aborted ? 130 : 1;
    if (!stopping.signal.aborted) console.error(`\n${sentence(error)}`);
  }
}

/** The shell that npm puts between dies of a signal without passing it on. */
function stopWithParent(stopping) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || stopping.abort('SIGTERM'), 200).unref();
}

function sentence(error) {
  if (error instanceof Refusal) return error.message;
  if (isDiskFull(`${error.code} ${error.message}`)) return diskFull;
  if (error.code === 'EACCES' || error.code === 'EPERM') return `Not allowed: ${error.message}.`;
  return error.stack ?? String(error);
}

function checkNode() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const number = (version) =>
    version.split('.').reduce((sum, part, place) => sum + part * 1000 ** (2 - place), 0);
  if (number(process.versions.node) < number(wanted))
    throw new Refusal(`Node ${wanted} or newer is needed; this is Node ${process.versions.node}.`);
}

/** Says what goes on and, while it lasts, for how long. Answers what `work` answers. */
export async function step(title, work) {
  const started = Date.now();
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = telling.to.isTTY;
  if (!live) say(`${title} …`);
  const draw = () => telling.to.write(live ? `\r${title} … ${elapsed()}` : `${title} … ${elapsed()}\n`);
  const timer = setInterval(draw, live ? 200 : 10_000);
  try {
    const result = await work();
    telling.to.write(`${live ? '\r' : ''}${title}: done in ${elapsed()}\n`);
    return result;
  } catch (error) {
    if (live) telling.to.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a Node script to its end and answers what it printed. A failure refuses with the end of its output;
 * with `show` the output goes to the terminal instead. When the launcher stops, it gets `killSignal`.
 */
export function run(args, { title, show = false, stopping, killSignal = 'SIGTERM', ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...follow(killSignal), ...args], {
      cwd: root,
      stdio: [...(show ? ['inherit', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']), 'ipc'],
      ...{ signal: stopping, killSignal },
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-20_000);
      });
    child.on('error', (error) => error.name === 'AbortError' || reject(error));
    child.on('close', (code, signal) => {
      if (stopping?.aborted) reject(stopping.reason);
      else if (code === 0) resolve(output);
      else if (isDiskFull(output)) reject(new Refusal(diskFull));
      else reject(new Refusal(`${output}\n${title} failed (${signal ?? `exit code ${code}`}).`.trim()));
    });
  });
}
