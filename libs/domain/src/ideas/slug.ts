/**
 * The readable end of an idea's address: its title's words in any script, lower case, joined by hyphens, at most
 * 60 characters; `idea` where nothing is left. Never used to find anything.
 */
export function slugOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > 60) break;
    slug = longer;
  }
  return slug || 'idea';
}
