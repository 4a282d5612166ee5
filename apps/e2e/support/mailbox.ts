import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A real mail server that lays each mail into a folder, where every worker finds it. */
export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  folder: string;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zbor-mails-'));
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const name = `${envelope.rcptTo[0]?.address} ${String(++count).padStart(6, '0')}`;
        writeFileSync(join(folder, `.${name}`), Buffer.concat(chunks));
        renameSync(join(folder, `.${name}`), join(folder, name));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) =>
      server.close(() => {
        rmSync(folder, { recursive: true });
        resolve();
      }),
    );
  return { url: `smtp://127.0.0.1:${port}`, folder, stop };
}

/** The words of the mail of this number to an address, once it is there. */
export async function mailTo(folder: string, address: string, number = 1): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const mine = readdirSync(folder).filter((name) => name.startsWith(`${address} `));
    const name = mine.sort()[number - 1];
    if (name) return textIn(readFileSync(join(folder, name), 'utf8'));
    await sleep(50);
  }
  throw new Error(`No mail number ${number} to ${address}.`);
}

/** What the link of a mail leads to on this portal, with its code behind `#`. */
export function linkIn(text: string): string {
  return /^https?:\/\/[^/]+(\/\S+#\d+)$/m.exec(text)?.[1] ?? '';
}

function textIn(raw: string): string {
  const part = raw.split(/^--\S+\r\n/m).find((each) => each.startsWith('Content-Type: text/plain')) ?? '';
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
}
