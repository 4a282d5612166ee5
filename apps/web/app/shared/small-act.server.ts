import type { Problem } from '@zbor/contracts';
import { data, redirect } from 'react-router';
import { to } from './addresses';
import type { Api } from './api.server';
import { isInline, problemOf, type Refusal } from './problem';

interface Where {
  town: string;
  /** The page with the button. */
  page: string;
}

/**
 * One press of a button on a page: supporting, liking, publishing. With scripts (`inline`) the answer is data and the
 * page stays; without, one is led back to the page, which says by `?problem=` what was refused.
 */
export async function smallAct<T>(api: Api, form: FormData, { town, page }: Where, act: () => Promise<T>) {
  const inline = isInline(form);
  try {
    const answer = await act();
    return inline ? { answer } : api.seeOther(page);
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem || problem.code === 'not_found') throw thrown;
    const refusal: Refusal = { problem, values: {} };
    if (inline) return data(refusal, { status: problem.status });
    if (problem.code === 'not_signed_in') return redirect(to.signIn(town, page), 303);
    return redirect(withProblem(page, problem), 303);
  }
}

function withProblem(page: string, { code, params }: Problem): string {
  const { pathname, searchParams, hash } = new URL(page, 'http://localhost');
  searchParams.delete('done');
  searchParams.set('problem', code);
  if (params?.seconds !== undefined) searchParams.set('seconds', String(params.seconds));
  return `${pathname}?${searchParams}${hash}`;
}
