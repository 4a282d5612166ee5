import type { ReactNode } from 'react';
import { classes } from './classes';
import { Link } from './link';

export interface CardProps {
  /** The element of the card; `li` inside a list. */
  as?: 'article' | 'li' | 'div' | 'section';
  title?: ReactNode;
  /** Makes the whole card lead there; the title is the link that is read out. */
  href?: string;
  /** The heading's level on this page. */
  level?: 2 | 3 | 4;
  /** Language and direction of title and text, when people wrote them. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** Above the title: state, place, category. */
  eyebrow?: ReactNode;
  /** Below the text: counts, author, time. Links and buttons in it stay reachable. */
  meta?: ReactNode;
  /** A drawing above everything. */
  picture?: ReactNode;
  tone?: 'plain' | 'saffron' | 'action';
  children?: ReactNode;
}

/** Something one can open: a card that a thumb can hit. */
export function Card(props: CardProps) {
  const {
    as: Element = 'article',
    title,
    href,
    level = 3,
    lang,
    dir,
    eyebrow,
    meta,
    picture,
    children,
  } = props;
  const Heading = `h${level}` as const;
  const tone = props.tone && props.tone !== 'plain' && `z-card--${props.tone}`;
  return (
    <Element className={classes('z-card', href !== undefined && 'z-card--link', tone)}>
      {picture && <div className="z-card__picture">{picture}</div>}
      {eyebrow && <div className="z-card__eyebrow">{eyebrow}</div>}
      {title && (
        <Heading className="z-card__title" lang={lang} dir={dir}>
          {href === undefined ? (
            title
          ) : (
            <Link className="z-card__link" href={href}>
              {title}
            </Link>
          )}
        </Heading>
      )}
      {children && (
        <div className="z-card__body" lang={lang} dir={dir}>
          {children}
        </div>
      )}
      {meta && <div className="z-card__meta">{meta}</div>}
    </Element>
  );
}
