/** Marks of direction and joiners that come along unseen when an address is copied. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g;
/** What mail boxes are called everywhere. Quotes, comments, encoded words (`=?…`) and other scripts are refused. */
const mailbox = /^[A-Za-z0-9_+'-]+(\.[A-Za-z0-9_+'-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one form of an e-mail address: small letters, its domain in ASCII (IDNA, by the URL standard), so that a domain
 * that only looks like another is never taken for it. Null for what is no address, and for forms so rare that only
 * attacks use them.
 */
export function emailAddress(typed: string): string | null {
  const text = typed.replace(unseen, '').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (at < 1 || !domain || local.length > 64 || !mailbox.test(local)) return null;
  return local.length + domain.length < 254 ? `${local.toLowerCase()}@${domain}` : null;
}

function asciiDomain(domain: string): string | null {
  // What the URL standard would read as something else than a name.
  if (domain === '' || /[\s\p{C}/?#@:\\%[\]<>^|_]/u.test(domain) || !URL.canParse(`http://${domain}`))
    return null;
  const { hostname } = new URL(`http://${domain}`);
  const labels = hostname.split('.');
  const last = labels.at(-1) ?? '';
  const named = labels.length > 1 && labels.every((each) => label.test(each));
  return named && hostname.length < 254 && /^([a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) ? hostname : null;
}

/** The figures of a code as it was typed, in ASCII: Arabic and Persian figures count, blanks and hyphens do not. */
export function typedFigures(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (figure) => String(figure.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (figure) => String(figure.charCodeAt(0) - 0x6f0))
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');
}
