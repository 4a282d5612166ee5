import { ideas } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { formOf } from '../../../shared/problem';
import { smallAct } from '../../../shared/small-act.server';
import type { Route } from './+types/publish';

/** Publishes a draft. */
export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const page = `${to.idea(town, { id })}?done=published`;
  return smallAct(api, form, { town, page }, () => api(ideas.publish, { params: { town, id } }));
}

export const loader = ({ params: { town, id } }: Route.LoaderArgs) => redirect(to.idea(town, { id }));
