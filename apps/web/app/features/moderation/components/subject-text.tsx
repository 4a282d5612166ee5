import type { ModerationSubject } from '@zbor/contracts';
import { directionOf } from '@zbor/domain';
import { Badge, Card, Link, StateMark } from '@zbor/ui';
import type { ReactNode } from 'react';
import { LanguageName } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';

interface SubjectTextProps {
  subject: ModerationSubject;
  as?: 'article' | 'li';
  level?: 2 | 3;
  /** Makes the title lead to the thing's own page for moderators. */
  href?: string;
  /** Below the text: reports and what can be done. */
  children?: ReactNode;
}

/** A thing that was reported: its text in its own language and direction, who wrote it and where it stands. */
export function SubjectText({ subject, as, level = 2, href, children }: SubjectTextProps) {
  const t = useT();
  const { slug } = useTown();
  const { text, language } = subject;
  const dir = directionOf(language, text);
  return (
    <Card
      as={as}
      eyebrow={
        <>
          <Badge>{t(`moderation:subject.${subject.type}`)}</Badge>
          <StateMark state={subject.hidden ? 'hidden' : 'published'}>
            {subject.hidden ? t('moderation:queue.hiddenNow') : t('moderation:queue.visibleNow')}
          </StateMark>
          <Badge>
            <LanguageName code={language} />
          </Badge>
        </>
      }
    >
      <Title subject={subject} level={level} href={href} dir={dir} />
      <div className="moderation-text" lang={language} dir={dir}>
        {text}
      </div>
      <p className="moderation-by">
        <Sentence
          of="moderation:queue.written"
          values={{ name: subject.author.name ?? t('moderation:former') }}
        />{' '}
        <Link href={`/${slug}${subject.page}`}>{t('moderation:queue.openPage')}</Link>
      </p>
      {children}
    </Card>
  );
}

function Title({ subject, level, href, dir }: SubjectTextProps & { dir: 'ltr' | 'rtl' }) {
  const t = useT();
  const Heading = `h${level ?? 2}` as const;
  const name = subject.author.name ?? t('moderation:former');
  const words = subject.title ? (
    <span lang={subject.language} dir={dir}>
      {subject.title}
    </span>
  ) : (
    <Sentence of={`moderation:byline.${subject.type}`} values={{ name }} />
  );
  return <Heading className="moderation-title">{href ? <Link href={href}>{words}</Link> : words}</Heading>;
}
