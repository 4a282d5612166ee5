import type { FieldError, Problem, ProblemCode } from '@zbor/contracts';
import { ErrorSummary, Link } from '@zbor/ui';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { to } from './addresses';
import { type T, useT } from './i18n';
import { usePage } from './page-data';
import type { Refusal } from './problem';

export interface FormState {
  /** The summary of what is wrong, to stand above the form; nothing where nothing is. */
  summary: ReactNode;
  /** The sentence beside a field. */
  error(field: string): string | undefined;
  /** What was typed, else what stood there before. */
  value(field: string, before?: string): string;
}

/**
 * How a form looks after the API refused it: nothing that was typed is lost, each field says what is wrong.
 * `labels` names the fields as the page does, by their names; their ids are their names unless `ids` says otherwise.
 * `about` names the field that a problem of the whole form is about: `{ name_taken: 'signInName' }`.
 */
export function useFormState(
  refusal: Refusal | undefined,
  labels: Record<string, string>,
  ids: Record<string, string> = {},
  about: Partial<Record<ProblemCode, string>> = {},
): FormState {
  const t = useT();
  const problem = refusal?.problem;
  const errors = new Map<string, string>();
  if (problem && problem !== 'unsent') {
    for (const fault of problem.errors ?? []) {
      const field = fieldOf(fault);
      if (!errors.has(field)) errors.set(field, fieldSentence(t, fault));
    }
    const field = about[problem.code];
    if (field) errors.set(field, problemSentence(t, problem));
  }
  return {
    error: (field) => errors.get(field),
    value: (field, before = '') => refusal?.values[field] ?? before,
    summary: problem ? <Summary {...{ problem, labels, ids, errors }} /> : null,
  };
}

function Summary({
  problem,
  labels,
  ids,
  errors,
}: {
  problem: Problem | 'unsent';
  labels: Record<string, string>;
  ids: Record<string, string>;
  errors: Map<string, string>;
}) {
  const t = useT();
  const known = Object.keys(labels).filter((field) => errors.has(field));
  const lines = known.map((field) => ({
    href: `#${ids[field] ?? field}`,
    text: t('form.fieldProblem', { field: labels[field], problem: errors.get(field) }),
  }));
  return (
    <>
      <ErrorSummary
        title={problem === 'unsent' ? t('form.unsentTitle') : t('form.problemTitle')}
        errors={lines.length > 0 ? lines : [{ text: problemSentence(t, problem) }]}
      />
      {problem !== 'unsent' && problem.code === 'not_signed_in' && <SignInAgain />}
    </>
  );
}

/** The session ended while one wrote: signing in in another window keeps the text here. */
function SignInAgain() {
  const t = useT();
  const { town } = usePage();
  if (!town) return null;
  return (
    <p>
      <Link href={to.signIn(town.slug)} target="_blank" rel="noopener">
        {t('form.signInAgain')}
      </Link>
    </p>
  );
}

/** The sentence for a problem. */
export function problemSentence(t: T, problem: Problem | 'unsent'): string {
  if (problem === 'unsent') return t('form.unsent');
  const wait = Number(problem.params?.seconds);
  if (problem.code === 'too_fast' && wait) return waitSentence(t, wait);
  return t(`problems:${problem.code}`, { ...problem.params });
}

/** That one was too fast, and how long to wait: in seconds up to two minutes, in minutes beyond. */
export function waitSentence(t: T, seconds: number): string {
  if (seconds <= 120) return t('problems:wait.seconds', { count: seconds });
  return t('problems:wait.minutes', { count: Math.ceil(seconds / 60) });
}

function fieldSentence(t: T, { code, params }: FieldError): string {
  const count = (code === 'too_short' ? params?.min : params?.max) ?? 0;
  return t(`problems:field.${code}`, { count });
}

/** `body.tags.0` is the field `tags`. */
function fieldOf({ path }: FieldError): string {
  return path.split('.')[1] ?? path;
}

const never = () => () => {};

/** False on the server and until the page's scripts have taken over; for what only works with them. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** A key that makes sending a form twice harmless (UUID v4; also where the page is not served over HTTPS). */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Says to the action that the page itself takes the answer, instead of being led on; only where scripts run. */
export function InlineMark() {
  return useScripts() ? <input type="hidden" name="inline" value="1" /> : null;
}

/** Takes what a fetcher's action answered, once, when it arrives. */
export function useAnswer<T>(data: { answer: T } | Refusal | undefined, take: (answer: T) => void): void {
  const taken = useRef<unknown>(undefined);
  useEffect(() => {
    if (!data || data === taken.current || !('answer' in data)) return;
    taken.current = data;
    take(data.answer);
  });
}
