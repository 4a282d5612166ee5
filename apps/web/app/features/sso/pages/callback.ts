import { sso } from '@zbor/contracts';
import { safeReturn, search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { problemOf } from '../../../shared/problem';
import type { Route } from './+types/callback';

/** Where the provider sends people back to; nobody stays here, so that its answer does not stay in the address. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { town } = params;
  const api = apiOf({ request, context, params });
  const { searchParams } = new URL(request.url);
  const part = (name: string) => searchParams.get(name) ?? undefined;
  const query = { code: part('code'), state: part('state'), iss: part('iss'), error: part('error') };
  try {
    const { signedIn, returnTo } = await api(sso.finish, { params: { town }, query });
    const back = safeReturn(returnTo, '');
    return api.seeOther(signedIn ? back || to.town(town) : to.nameMe(town, back));
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (!problem || problem.code === 'not_found') throw thrown;
    return api.seeOther(`${to.signInElsewhere(town)}${search({ problem: problem.code })}`);
  }
}
