import { bodyLength, type FieldError, type Language, type Problem, tidy, titleLength } from '@zbor/contracts';

/** An idea as a form sends it: tags as one line, empty choices as nothing. */
export function writtenIn(values: Record<string, string>) {
  const { title = '', body = '', category, tags = '', language } = values;
  return {
    title,
    body,
    category: category || null,
    tags: tags
      .split(/[,،;、\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    language: (language || undefined) as Language | undefined,
  };
}

/** What the API would say about the lengths, so that the summary is shown only of what can be sent. */
export function lengthProblem({ title, body }: { title: string; body: string }): Problem | undefined {
  const errors = [fault('title', title, titleLength), fault('body', body, bodyLength)].filter(
    (one) => one !== undefined,
  );
  if (errors.length === 0) return undefined;
  return { type: 'about:blank', title: 'Invalid input', status: 400, code: 'invalid_input', errors };
}

function fault(
  field: string,
  text: string,
  { min, max }: { min: number; max: number },
): FieldError | undefined {
  const { length } = tidy(text);
  const path = `body.${field}`;
  if (length === 0) return { path, code: 'required' };
  if (length < min) return { path, code: 'too_short', params: { min } };
  if (length > max) return { path, code: 'too_long', params: { max } };
  return undefined;
}
