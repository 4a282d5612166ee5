import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface Received {
  to: string[];
  /** As sent, unfolded, each on a line of its own. */
  headers: string;
  raw: string;
  text: string;
  html: string;
}

/** A real mail server, and everything that was sent to it. */
export class Mailbox {
  readonly mails: Received[] = [];
  /** Answers so in place of taking a mail, as a server in trouble does; or having taken it, as one that then broke. */
  refusal: { code: number; text: string; after?: 'taking' } | null = null;
  /** How often somebody wanted to hand a mail in. */
  attempts = 0;
  private constructor(private readonly server: SMTPServer) {}

  /** @param arrived hears of each mail before its sender does. */
  static async open(arrived?: (mail: Received) => void): Promise<Mailbox> {
    const box: Mailbox = new Mailbox(
      new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        logger: false,
        onRcptTo: (_address, _session, done) => {
          box.attempts++;
          done(box.refusal?.after ? null : box.complaint());
        },
        onData: (stream, session, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const to = session.envelope.rcptTo.map(({ address }) => address);
            const mail = read(to, Buffer.concat(chunks).toString('utf8'));
            box.mails.push(mail);
            arrived?.(mail);
            done(box.refusal?.after ? box.complaint() : null);
          });
        },
      }),
    );
    await new Promise<void>((resolve) => box.server.listen(0, '127.0.0.1', resolve));
    return box;
  }

  private complaint(): Error | null {
    const { refusal } = this;
    return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  }

  /** For `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The mail of this number to this address, once it is there. */
  async to(address: string, count = 1): Promise<Received> {
    for (let tries = 0; tries < 200; tries++) {
      const mine = this.mails.filter((mail) => mail.to.includes(address.toLowerCase()));
      const mail = mine[count - 1];
      if (mail) return mail;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`No mail number ${count} to ${address}.`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The figures of the code in a mail. */
export function codeIn({ text }: Received): string {
  return /^[\d ]{6,}$/m.exec(text)?.[0].replaceAll(' ', '') ?? '';
}

function read(to: string[], raw: string): Received {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const parts = raw.split(`--${boundary}`);
  const part = (type: string) => decode(parts.find((one) => one.includes(`Content-Type: ${type}`)) ?? '');
  return {
    to,
    raw,
    headers: head.replace(/\r\n[ \t]+/g, ' '),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

function decode(part: string): string {
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/Transfer-Encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/Transfer-Encoding: quoted-printable/i.test(head)) return body.replace(/\r\n/g, '\n').trim();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n').trim();
}
