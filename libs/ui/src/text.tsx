import { type ReactNode, useMemo } from 'react';
import { trustedHtml } from './trusted-html';

interface UserTextProps {
  /** BCP 47 tag of the text, if known. */
  lang?: string;
  children: ReactNode;
}

/** What a person wrote, with its own language and direction. */
export function UserText({ lang, children }: UserTextProps) {
  return (
    <div className="z-usertext" lang={lang} dir="auto">
      {children}
    </div>
  );
}

interface ProseProps {
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  /** `reading` for the text one came to read, `normal` for comments. */
  size?: 'reading' | 'normal';
  /** Rendered Markdown that the server has already sanitised: it is put into the page as it is. */
  html: string;
}

/** Running text at reading size and measure. */
export function Prose({ lang, dir = 'auto', size = 'reading', html }: ProseProps) {
  // The same object as long as the text is the same: a new one would be written into the page once more.
  const inside = useMemo(() => ({ dangerouslySetInnerHTML: { __html: trustedHtml(html) } }), [html]);
  return <div className={`z-prose z-prose--${size}`} lang={lang} dir={dir} {...inside} />;
}

export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

interface DiffProps {
  parts: readonly DiffPart[];
  /** Spoken before a piece: "added", "removed". */
  addedLabel: string;
  removedLabel: string;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
}

/** Two versions of a text in one: what came is underlined, what went is struck through. */
export function Diff({ parts, addedLabel, removedLabel, lang, dir = 'auto' }: DiffProps) {
  let at = 0;
  return (
    <div className="z-diff" lang={lang} dir={dir}>
      {parts.map((part) => {
        const key = `${at}-${part.kind}`;
        at += part.text.length;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        const Element = part.kind === 'added' ? 'ins' : 'del';
        return (
          <Element key={key}>
            <span className="z-hidden">[{part.kind === 'added' ? addedLabel : removedLabel}] </span>
            {part.text}
          </Element>
        );
      })}
    </div>
  );
}
