import { ideas } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { smallAct } from '../../../shared/small-act.server';
import type { Route } from './+types/support';

export { clientAction } from '../../../shared/problem';

/** Supports an idea, or takes the support back. */
export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  return smallAct(args, to.idea(town, { id }), (api, form) =>
    api(form.get('supported') === 'yes' ? ideas.support : ideas.unsupport, { params: { town, id } }),
  );
}

export const loader = ({ params: { town, id } }: Route.LoaderArgs) => redirect(to.idea(town, { id }));
