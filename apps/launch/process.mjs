import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { follow } from './terminal.mjs';

const patience = 25_000;

/**
 * Runs one of the built programs in the terminal until it ends and answers its exit code. It is asked to end
 * when the launcher is, and ends by itself when the launcher is killed.
 */
export function runProgram(script, args, { env, cwd, stopping }) {
  // Whoever stopped the launcher meanwhile has nothing begun.
  stopping.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...follow('SIGTERM'), script, ...args], {
      env: { ...process.env, ...env },
      cwd,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // Out of the terminal's reach: Ctrl-C comes to it once, from the launcher.
      detached: process.platform !== 'win32',
    });
    const end = () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), patience).unref();
    };
    stopping.addEventListener('abort', end, { once: true });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      stopping.removeEventListener('abort', end);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
