import { FORM_BYTES, type Problem, type ProblemCode } from '@zbor/contracts';
import { data, type ShouldRevalidateFunctionArgs } from 'react-router';

/** A form that was not accepted: why, and what was typed. */
export interface Refusal {
  /** `unsent`: the network failed, nothing arrived. */
  problem: Problem | 'unsent';
  values: Record<string, string>;
}

/** Fields that are never sent back to a page. */
const secrets = ['passphrase'];

/** The API's problem in something thrown, if it is one. */
export function problemOf(thrown: unknown): Problem | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('data' in thrown)) return undefined;
  const { data } = thrown;
  return typeof data === 'object' && data !== null && 'code' in data && 'status' in data
    ? (data as Problem)
    : undefined;
}

/** The form that was sent. @throws 415 where it is something else */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw data(null, { status: 415 });
  }
}

/** What was typed, without the fields that are never sent back. */
export function typed(form: FormData, secret: readonly string[] = []): Record<string, string> {
  const texts = [...form].filter(
    (e): e is [string, string] => typeof e[1] === 'string' && !secret.includes(e[0]),
  );
  return Object.fromEntries(texts);
}

/**
 * Runs what a form asks for. Where the API refuses, the answer has its status, the problem and what was typed, so
 * that the page can show both; anything else that is thrown stays thrown.
 */
export async function attempt<T>(form: FormData, act: () => Promise<T>, secret: readonly string[] = secrets) {
  try {
    return await act();
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem) throw thrown;
    const refusal: Refusal = { problem, values: typed(form, secret) };
    return data(refusal, { status: problem.status });
  }
}

interface ClientAction {
  request: Request;
  serverAction: () => Promise<unknown>;
}

/**
 * The `clientAction` of every form: when the network fails, or the form is longer than the server would read, it stays
 * as it is and says so, instead of giving way to an error page.
 */
export async function clientAction({ request, serverAction }: ClientAction): Promise<unknown> {
  const copy = request.clone();
  const refuse = async (problem: Refusal['problem'], status: number) =>
    data({ problem, values: typed(await copy.formData(), secrets) } satisfies Refusal, { status });
  if ((await request.clone().text()).length > FORM_BYTES) return refuse(tooLarge, tooLarge.status);
  try {
    return await serverAction();
  } catch (thrown) {
    const answered =
      thrown instanceof Response || (typeof thrown === 'object' && thrown !== null && 'status' in thrown);
    if (answered) throw thrown;
    return refuse('unsent', 503);
  }
}

const tooLarge: Problem = {
  type: 'urn:zbor:problem:too_large',
  title: 'too large',
  status: 413,
  code: 'too_large',
};

/**
 * The `shouldRevalidate` of pages that show what one may do now: an act that was refused because that has changed
 * meanwhile (a proof grew old, somebody else decided) asks for it anew.
 */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 403 || actionStatus === 409 || defaultShouldRevalidate;
}

/** Whether what an action answered is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'problem' in answer && 'values' in answer;
}

/** Whether it was refused for this reason. */
export const isFor = (refusal: Refusal, code: ProblemCode): refusal is Refusal & { problem: Problem } =>
  refusal.problem !== 'unsent' && refusal.problem.code === code;

/** What an action answers when the API refused for this reason; undefined for any other answer. */
export function refusalFor(answer: unknown, code: ProblemCode): (Refusal & { problem: Problem }) | undefined {
  const told = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  return isRefusal(told) && isFor(told, code) ? told : undefined;
}

/** Whether a form was sent from within a page that takes the answer itself, instead of being led on. */
export const isInline = (form: FormData | undefined): boolean => form?.has('inline') ?? false;
