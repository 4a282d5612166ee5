/** React makes a script that never runs out of this text, should it have to draw a whole page by itself. */
const emptyScript = '<script></script>';

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(html: string): string }): unknown;
}

/**
 * What becomes of a text that somebody tries to put into the page as HTML, and that no part of ours vouches for: it is
 * shown as the text that it is (Trusted Types; elsewhere the server's sanitising stands alone).
 */
export function distrustText(): void {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: (html) =>
      html === emptyScript ? html : html.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  });
}
