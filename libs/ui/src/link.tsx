import { type ComponentProps, type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** What a link of this library hands on: a plain anchor's properties, `href` always given. */
export type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & { href: string };

const LinkContext = createContext<ComponentType<LinkProps> | undefined>(undefined);

/**
 * Lets a router take over: every link of this library inside is rendered by `component`, which gets `href` and
 * the other anchor properties. Without a provider links are plain anchors and work the same.
 */
export function LinkProvider({
  component,
  children,
}: {
  component: ComponentType<LinkProps>;
  children: ReactNode;
}) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

/** A link; looks like one in running text unless it gets a class of its own. */
export function Link(anchor: LinkProps) {
  const Routed = useContext(LinkContext);
  return Routed ? <Routed {...anchor} /> : <a {...anchor} />;
}
