import { Inject, Injectable } from '@nestjs/common';
import { loadFurther, sentencesOf } from '@zbor/i18n';
import { Clock } from '../../platform/clock';
import { CONFIG, type Config } from '../../platform/config/config';
import type { Queries } from '../../platform/database/database';
import type { Letter } from '../../platform/mail/letter';
import { Mail } from '../../platform/mail/mail';
import type { Purpose } from './email.entity';
import { EmailRepository } from './email.repository';

interface About {
  codeId: string;
  purpose: Purpose;
  code: string;
}

/**
 * The mails with codes. A link never carries its code to a server: it stands behind `#`, where a script of the page
 * finds it; without scripts one types it.
 */
@Injectable()
export class EmailMails {
  readonly send: (tx: Queries, about: About) => Promise<void>;

  constructor(
    private readonly mail: Mail,
    private readonly repository: EmailRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {
    this.send = mail.kind('with a code', (about: About) => this.write(about));
  }

  get areOn(): boolean {
    return this.mail.isOn;
  }

  private async write({ codeId, purpose, code }: About): Promise<Letter | null> {
    const to = await this.repository.addressee(codeId, this.clock.now());
    if (!to) return null;
    const { slug, town, language: locale } = to;
    const { t } = sentencesOf(locale, { mails: await loadFurther.mails[locale]() });
    const page = {
      'sign-in': `${slug}/sign-in/email/code`,
      address: `${slug}/me/email/code`,
      undo: `${slug}/email/changes/${codeId}`,
    }[purpose];
    return {
      to: to.address,
      locale,
      subject: t('mails:subject', { town }),
      parts: [
        t(`mails:${purpose}.what`, { town }),
        { code: code.replace(/.{3}(?=.)/g, '$& ') },
        {
          link: new URL(`${page}#${code}`, this.config.publicUrl ?? undefined).href,
          words: t(`mails:${purpose}.link`),
        },
        t(`mails:${purpose}.how`),
        t(`mails:${purpose}.notYou`),
      ],
    };
  }
}
