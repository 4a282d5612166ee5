import type { ReactNode } from 'react';
import { Link } from './link';

interface CardProps {
  /** The element of the card; `li` inside a list. */
  as?: 'article' | 'li' | 'div';
  title: ReactNode;
  /** The whole card leads there; the title is the link that is read out. */
  href: string;
  /** The heading's level on this page. */
  level?: 2 | 3;
  /** Language and direction of title and text, when people wrote them. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** Above the title: state, place, category. */
  eyebrow?: ReactNode;
  /** Below the text: counts, author, time. Links and buttons in it stay reachable. */
  meta?: ReactNode;
  children?: ReactNode;
}

/** Something one can open: a card that a thumb can hit. */
export function Card(props: CardProps) {
  const { as: Element = 'article', title, href, level = 3, lang, dir, eyebrow, meta, children } = props;
  const Heading = `h${level}` as const;
  return (
    <Element className="z-card">
      {eyebrow && <div className="z-card__eyebrow">{eyebrow}</div>}
      <Heading className="z-card__title" lang={lang} dir={dir}>
        <Link className="z-card__link" href={href}>
          {title}
        </Link>
      </Heading>
      {children && (
        <div className="z-card__body" lang={lang} dir={dir}>
          {children}
        </div>
      )}
      {meta && <div className="z-card__meta">{meta}</div>}
    </Element>
  );
}
