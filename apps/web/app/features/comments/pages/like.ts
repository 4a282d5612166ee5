import { comments } from '@zbor/contracts';
import { redirect } from 'react-router';
import { safeReturn, to } from '../../../shared/addresses';
import { smallAct } from '../../../shared/small-act.server';
import type { Route } from './+types/like';

export { clientAction } from '../../../shared/problem';

/** Likes a comment, or takes the like back. */
export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const form = await args.request.clone().formData();
  const page = safeReturn(form.get('returnTo'), to.town(town));
  return smallAct(args, page, (api, asked) =>
    api(asked.get('liked') === 'yes' ? comments.like : comments.unlike, { params: { town, id } }),
  );
}

export const loader = ({ params: { town } }: Route.LoaderArgs) => redirect(to.town(town));
