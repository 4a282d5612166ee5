import { identity } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { SecondStep } from '../components/second-step';
import { actOn, stepDataOf, stepsOf } from '../steps.server';
import type { Route } from './+types/operator-second-step';

export async function loader({ request, context }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  const { halfway } = await api(identity.operatorVisit);
  if (!halfway) throw redirect(to.operator());
  return stepDataOf(stepsOf(api, null), ({ factors }) => factors.length === 0);
}

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: {} });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act === 'leave') await api(identity.operatorSignOut);
    else await actOn(stepsOf(api, null), asked);
    return api.seeOther(to.operator());
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

export default function OperatorSecondStep({ loaderData, actionData }: Route.ComponentProps) {
  return <SecondStep data={loaderData} refusal={isRefusal(actionData) ? actionData : undefined} />;
}
