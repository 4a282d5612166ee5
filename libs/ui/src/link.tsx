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

/** A link in running text, or, with a class of its own, anywhere. */
export function Link({ className = 'z-link', ...anchor }: LinkProps) {
  const Routed = useContext(LinkContext);
  return Routed ? <Routed className={className} {...anchor} /> : <a className={className} {...anchor} />;
}
