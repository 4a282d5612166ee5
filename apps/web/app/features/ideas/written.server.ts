import type { Language } from '@zbor/contracts';

/** An idea as a form sends it: tags as one line, empty choices as nothing, and what is missing left out. */
export function writtenIn(values: Record<string, string>) {
  const { title = '', body = '', category, tags, language } = values;
  return {
    title,
    body,
    category: category === undefined ? undefined : category || null,
    tags: tags
      ?.split(/[,،;、\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    language: (language || undefined) as Language | undefined,
  };
}
