import type { ReactNode } from 'react';
import { classes } from './classes';

/** Things below one another with the same space between. */
export function Stack({
  gap,
  as: Element = 'div',
  children,
}: {
  /** Closer together. */
  gap?: 's';
  as?: 'div' | 'ul';
  children: ReactNode;
}) {
  return <Element className={classes('z-stack', gap && `z-stack--${gap}`)}>{children}</Element>;
}

/** Small things beside one another that wrap: buttons, marks, counts. */
export function Cluster({ children }: { children: ReactNode }) {
  return <div className="z-cluster">{children}</div>;
}

/** A list of cards in as many columns as there is room for. */
export function Grid({ children }: { children: ReactNode }) {
  return <ul className="z-grid">{children}</ul>;
}

interface PageHeadProps {
  title: ReactNode;
  /** Language and direction of a title that a person wrote. */
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** Above the title: breadcrumb, state, category. */
  eyebrow?: ReactNode;
  /** The one sentence that the page says first. */
  lead?: ReactNode;
  /** Below the title: author, date, marks. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The start of a page: the one `h1` and what belongs to it. */
export function PageHead({ title, lang, dir, eyebrow, lead, meta, actions }: PageHeadProps) {
  return (
    <header className="z-pagehead">
      {eyebrow && <div>{eyebrow}</div>}
      <h1 lang={lang} dir={dir}>
        {title}
      </h1>
      {lead && <p className="z-pagehead__lead">{lead}</p>}
      {meta && <div className="z-cluster z-pagehead__meta">{meta}</div>}
      {actions && <div className="z-cluster">{actions}</div>}
    </header>
  );
}

interface SectionProps {
  title: ReactNode;
  id?: string;
  lead?: ReactNode;
  /** At the end of the title's line: "All ideas". */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, id, lead, action, children }: SectionProps) {
  return (
    <section className="z-section" aria-labelledby={id}>
      <div className="z-section__head">
        <h2 id={id} tabIndex={id ? -1 : undefined} className="z-section__title">
          {title}
        </h2>
        {action}
      </div>
      {lead && <p className="z-section__lead">{lead}</p>}
      {children}
    </section>
  );
}

/** The invitation of a home page: one sentence, one or two acts, the picture of the square below. */
export function Hero({
  title,
  lead,
  actions,
  picture,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  picture?: ReactNode;
}) {
  return (
    <div className="z-hero">
      <div className="z-hero__words">
        <h1>{title}</h1>
        {lead && <p className="z-hero__lead">{lead}</p>}
        {actions && <div className="z-cluster">{actions}</div>}
      </div>
      {picture && <div className="z-hero__picture">{picture}</div>}
    </div>
  );
}

/** How something works, in ordered pictures. */
export function PictureSteps({
  steps,
}: {
  steps: readonly { key: string; picture: ReactNode; title: ReactNode; text: ReactNode }[];
}) {
  return (
    <ol className="z-steps">
      {steps.map((step) => (
        <li key={step.key}>
          <div className="z-steps__picture">{step.picture}</div>
          <h3 className="z-steps__title">{step.title}</h3>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}

interface SplitProps {
  /** What comes first on a phone, before the aside: the text one came to read. */
  lead?: ReactNode;
  /** Beside the rest on a desk; on a phone between `lead` and the rest. */
  aside: ReactNode;
  children?: ReactNode;
}

/** Two columns on a desk, one on a phone. */
export function Split({ lead, aside, children }: SplitProps) {
  return (
    <div className="z-split">
      {lead && <div>{lead}</div>}
      <div className="z-split__aside">{aside}</div>
      {children && <div>{children}</div>}
    </div>
  );
}

/** A quiet box for what belongs together. */
export function Panel({ children, tone }: { children: ReactNode; tone?: 'saffron' | 'action' }) {
  return <div className={classes('z-panel', tone && `z-panel--${tone}`)}>{children}</div>;
}

/** A page that asks: one narrow column, at reading width. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="z-narrow">{children}</div>;
}

/**
 * Keeps the page's primary act in reach: at the lower edge of a phone, in place on a desk. One a page, for instance
 * among the actions of `PageHead`.
 */
export function InReach({ children }: { children: ReactNode }) {
  return <div className="z-reach">{children}</div>;
}
