import type { Problem } from '@zbor/contracts';
import { type ActionFunctionArgs, data, redirect } from 'react-router';
import { to } from './addresses';
import { type Api, apiOf } from './api.server';
import { problemOf } from './problem';

type Args = Pick<ActionFunctionArgs, 'request' | 'context'> & { params: { town: string } };

/**
 * One press of a button on a page: supporting, liking, publishing. With scripts (`inline`) the answer is data and the
 * page stays; without, one is led back to `page`, which says by `?problem=` what was refused.
 */
export async function smallAct<T>(args: Args, page: string, act: (api: Api, form: FormData) => Promise<T>) {
  const api = apiOf(args);
  const form = await args.request.formData();
  const inline = form.has('inline');
  try {
    const answer = await act(api, form);
    return inline ? { answer } : api.seeOther(page);
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem || problem.code === 'not_found') throw thrown;
    if (inline) return data({ problem, values: {} }, { status: problem.status });
    if (problem.code === 'not_signed_in') return redirect(to.signIn(args.params.town, page), 303);
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
