import type { ModerationSubject } from '@zbor/contracts';
import { directionOf } from '@zbor/domain';
import { Badge, Cluster, Link, StateMark } from '@zbor/ui';
import type { ReactNode } from 'react';
import { LanguageName } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';

interface SubjectTextProps {
  subject: ModerationSubject;
  as?: 'article' | 'li';
  /** Makes the heading lead to the thing's own page for moderators. */
  href?: string;
  /** Beside the text on a desk, below it on a phone: reports and what can be done. */
  children?: ReactNode;
}

/** A thing that was reported: who wrote it, its text in its own language and direction, and where it stands. */
export function SubjectText({ subject, as: Element = 'article', href, children }: SubjectTextProps) {
  const t = useT();
  const { slug } = useTown();
  const { title, text, language } = subject;
  const byline = (
    <Sentence
      of={`moderation:byline.${subject.type}`}
      values={{ name: subject.author.name ?? t('moderation:former') }}
    />
  );
  return (
    <Element className="moderation-item">
      <header>
        <h2 className="moderation-byline">{href ? <Link href={href}>{byline}</Link> : byline}</h2>
        <Cluster>
          <StateMark state={subject.hidden ? 'hidden' : 'published'}>
            {subject.hidden ? t('moderation:queue.hiddenNow') : t('moderation:queue.visibleNow')}
          </StateMark>
          <Badge>
            <LanguageName code={language} />
          </Badge>
        </Cluster>
      </header>
      <div>
        <blockquote className="moderation-quote" lang={language} dir={directionOf(language, text)}>
          {title && <strong>{title}</strong>}
          {text}
        </blockquote>
        <p className="moderation-place">
          <Link href={`/${slug}${subject.page}`}>{t('moderation:queue.openPage')}</Link>
        </p>
      </div>
      {children && <div className="moderation-beside">{children}</div>}
    </Element>
  );
}
