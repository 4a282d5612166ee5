interface Policy {
  createHTML(html: string): TrustedHTML;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): Policy };
};

const policy = trustedTypes?.createPolicy('zbor', { createHTML: (html) => html });

/** Marks HTML that the server has sanitised as such, where the browser asks for it (Trusted Types). */
export const trustedHtml = (html: string): string | TrustedHTML => policy?.createHTML(html) ?? html;
