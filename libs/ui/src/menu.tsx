import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { Check, ChevronDown } from './icons';
import { Link, type LinkProps } from './link';

interface MenuProps {
  /** The words on it; for languages, the current one in its own script. */
  label: ReactNode;
  /** Spoken before the words: "Language". */
  prefix?: string;
  icon?: ReactNode;
  /** What is left of it on a phone, where both are too wide; the words stay for those who listen. */
  onPhone?: 'icon' | 'words';
  /** Several `MenuItem`. */
  children: ReactNode;
}

/** A list of links or acts behind a summary. Opens without a script; Escape and a click elsewhere close it with one. */
export function Menu({ label, prefix, icon, onPhone, children }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    for (const type of ['keydown', 'pointerdown', 'focusin']) document.addEventListener(type, close);
    return () => {
      for (const type of ['keydown', 'pointerdown', 'focusin']) document.removeEventListener(type, close);
    };
  }, []);
  return (
    <details className={onPhone ? `z-menu z-menu--${onPhone}` : 'z-menu'} ref={box}>
      <summary className="z-menu__summary">
        {icon}
        {prefix && <span className="z-hidden">{prefix}: </span>}
        <span className="z-menu__label">{label}</span>
        <ChevronDown className="z-menu__chevron" />
      </summary>
      <ul className="z-menu__list">{children}</ul>
    </details>
  );
}

type MenuLink = LinkProps & { current?: boolean };
type MenuAct = ComponentProps<'button'> & { href?: undefined; current?: boolean };

/** One entry: a link with `href`, else a button that submits the form around the menu. Give `lang` to a language. */
export function MenuItem({ current, children, ...item }: MenuLink | MenuAct) {
  const words = (
    <>
      <span>{children}</span>
      {current && <Check />}
    </>
  );
  return (
    <li>
      {item.href === undefined ? (
        <button {...item} className="z-menu__item" aria-current={current ? 'true' : undefined}>
          {words}
        </button>
      ) : (
        <Link {...item} className="z-menu__item" aria-current={current ? 'true' : undefined}>
          {words}
        </Link>
      )}
    </li>
  );
}
