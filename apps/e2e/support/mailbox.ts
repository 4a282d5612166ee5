import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Mailbox } from '@zbor/testing';

/** A mail server that lays the words of each mail into a folder, where every worker finds it. */
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  folder: string;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zbor-mails-'));
  let count = 0;
  const box = await Mailbox.open(({ to, text }) => {
    const name = `${to[0]} ${String(++count).padStart(6, '0')}`;
    writeFileSync(join(folder, `.${name}`), text);
    renameSync(join(folder, `.${name}`), join(folder, name));
  });
  const stop = async () => {
    await box.close();
    rmSync(folder, { recursive: true });
  };
  return { url: box.url, folder, stop };
}

/** The words of the mail of this number to an address, once it is there. */
export async function mailTo(folder: string, address: string, number = 1): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const mine = readdirSync(folder).filter((name) => name.startsWith(`${address} `));
    const name = mine.sort()[number - 1];
    if (name) return readFileSync(join(folder, name), 'utf8');
    await sleep(50);
  }
  throw new Error(`No mail number ${number} to ${address}.`);
}

/** What the link of a mail leads to on this portal, with its code behind `#`. */
export function linkIn(text: string): string {
  return /^https?:\/\/[^/]+(\/\S+#\d+)$/m.exec(text)?.[1] ?? '';
}
