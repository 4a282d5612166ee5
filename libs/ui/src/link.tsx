import type { ComponentProps } from 'react';

/** A plain anchor's properties, `href` always given. */
export type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & { href: string };

/** A link; looks like one in running text unless it gets a class of its own. */
export const Link = (anchor: LinkProps) => <a {...anchor} />;
