import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { v4 as uuid } from 'uuid';
import { CONFIG, type Config } from '../config/config';
import type { Queries } from '../database/database';
import { Jobs } from '../jobs/jobs';
import { Secrets } from '../secrets';
import { asHtml, asText, type Letter } from './letter';

/** How a mail of a kind is written at the moment it is sent; null where it is no longer wanted. */
type Write<About> = (about: About) => Promise<Letter | null>;

interface Waiting {
  /** Becomes the Message-ID: one that is sent twice, because we died at the wrong moment, is known for the same. */
  id: string;
  /** What it is about, encrypted: no code and no address waits in a table for all to read. */
  sealed: string;
}

const PURPOSE = 'mail';
const PATIENCE_MS = 15_000;

/**
 * Mail goes through an outbox: it is queued by the transaction that causes it, written when it is sent, and never kept.
 * What the server does not take is tried again until its writer no longer wants it.
 */
@Injectable()
export class Mail {
  private readonly log = new Logger('Mail');
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
    private readonly jobs: Jobs,
    private readonly secrets: Secrets,
  ) {
    this.transport =
      config.mail &&
      createTransport({
        url: config.mail.smtpUrl,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
  }

  /** Whether mail can be sent at all. */
  get isOn(): boolean {
    return this.transport !== null;
  }

  /** Names a kind of mail. @returns what queues one, by the transaction that causes it. */
  kind<About extends object>(
    name: string,
    write: Write<About>,
  ): (tx: Queries, about: About) => Promise<void> {
    const task = `mail ${name}`;
    this.jobs.on(task, async (payload) => {
      const { id, sealed } = payload as Waiting;
      const about = this.secrets.unseal(PURPOSE, Buffer.from(sealed, 'base64'));
      const letter = about === null ? null : await write(JSON.parse(about));
      if (letter) await this.send(id, letter);
    });
    return (tx, about) => {
      const sealed = this.secrets.seal(PURPOSE, JSON.stringify(about)).toString('base64');
      return this.jobs.add(tx, task, { id: uuid(), sealed } satisfies Waiting);
    };
  }

  private async send(id: string, letter: Letter): Promise<void> {
    const { transport } = this;
    const { mail } = this.config;
    if (!transport || !mail) return;
    try {
      await transport.sendMail({
        from: { address: mail.from, name: '' },
        to: { address: letter.to, name: '' },
        // Whatever stands in a name, a header stays one line.
        subject: letter.subject.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
        text: asText(letter),
        html: asHtml(letter),
        messageId: `<${id}@${mail.from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
      });
    } catch (error) {
      // The message of the error can quote the address; its codes cannot.
      const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
      const said = `The mail server did not take a mail: ${code} ${responseCode || ''}`.trim();
      const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
      if (!refused) throw new Error(said);
      this.log.warn(`${said}. It is not tried again.`);
    }
  }
}
