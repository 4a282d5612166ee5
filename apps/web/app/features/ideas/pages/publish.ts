import { ideas } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { smallAct } from '../../../shared/small-act.server';
import type { Route } from './+types/publish';

/** Publishes a draft. */
export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  return smallAct(args, `${to.idea(town, { id })}?done=published`, (api) =>
    api(ideas.publish, { params: { town, id } }),
  );
}

export const loader = ({ params: { town, id } }: Route.LoaderArgs) => redirect(to.idea(town, { id }));
