import { sso } from '@zbor/contracts';
import { redirect } from 'react-router';
import { safeReturn, search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { problemOf } from '../../../shared/problem';
import type { Route } from './+types/go';

/** Leads to the provider. A link and no form: a policy that keeps forms on this site would stop it there. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { town } = params;
  const api = apiOf({ request, context, params });
  const returnTo = safeReturn(new URL(request.url).searchParams.get('returnTo'), '') || undefined;
  try {
    const { location } = await api(sso.start, { params: { town }, query: { returnTo } });
    return api.seeOther(location);
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem || problem.code === 'not_found') throw thrown;
    return redirect(`${to.signInElsewhere(town)}${search({ problem: problem.code, returnTo })}`, 303);
  }
}
