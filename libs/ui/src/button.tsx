import type { ComponentProps, ElementType, ReactNode } from 'react';
import { classes } from './classes';
import { Check, HandHeart } from './icons';
import { Link } from './link';

interface ButtonLook {
  /** primary: the one act of the page; secondary: beside it; quiet: text-like; danger: takes something away. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** `small` keeps 36 px of height for rows of acts; everything else is at least 44 px. */
  size?: 'normal' | 'small';
  /** Fills the line, as on a phone's form. */
  wide?: boolean;
  /** An icon before the words; there are always words. */
  icon?: ReactNode;
  /** Makes it a link that looks like a button. */
  href?: string;
  className?: string;
  children: ReactNode;
}

export type ButtonProps<E extends ElementType = 'button'> = ButtonLook & { as?: E } & Omit<
    ComponentProps<E>,
    keyof ButtonLook | 'as'
  >;

/**
 * A button, which submits the form it stands in unless `type="button"`; or, with `href`, a link with the look of
 * one; or any other element named by `as`, which then takes its own properties.
 */
export function Button<E extends ElementType = 'button'>(props: ButtonProps<E>) {
  const {
    variant = 'primary',
    size,
    wide,
    icon,
    as,
    className,
    children,
    ...rest
  } = props as ButtonLook & {
    as?: ElementType;
  };
  const Element: ElementType = as ?? (rest.href === undefined ? 'button' : Link);
  const look = classes(
    'z-button',
    `z-button--${variant}`,
    size === 'small' && 'z-button--small',
    wide && 'z-button--wide',
    className,
  );
  return (
    <Element className={look} {...rest}>
      {icon}
      <span>{children}</span>
    </Element>
  );
}

interface SupportButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The act, the same words in both states: "Support this idea". */
  label: string;
  /** The exact number, written for the locale. */
  count: string;
  /** The word for the number in its plural: "supporters". */
  countWord: string;
  /** Whether this person supports now. */
  pressed?: boolean;
  /** For visitors: leads to signing in instead of acting. */
  href?: string;
}

/** The one big button of an idea: its act, the exact count, and a state that shows as shape and as colour. */
export function SupportButton({ label, count, countWord, pressed, href, ...button }: SupportButtonProps) {
  const words = (
    <>
      <span className="z-support__act">
        {pressed ? <Check /> : <HandHeart />}
        <span>{label}</span>
      </span>
      <span className="z-support__count">
        <b>{count}</b> <span>{countWord}</span>
      </span>
    </>
  );
  if (href !== undefined) {
    return (
      <Link className="z-support" href={href}>
        {words}
      </Link>
    );
  }
  return (
    <button {...button} className="z-support" aria-pressed={pressed ?? false}>
      {words}
    </button>
  );
}
