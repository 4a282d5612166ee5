import { factors, identity } from '@zbor/contracts';
import { data } from 'react-router';
import { search, to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { operatorIn } from '../../operator.server';
import { ResetSecondStep } from '../components/reset-second-step';
import { actOn, stepsOf } from '../steps.server';
import type { Route } from './+types/operator-reset';

export async function loader({ request, context, params: { slug, id } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  await operatorIn(api);
  const [{ items }, { fresh }] = await Promise.all([
    api(identity.operatorAdmins, { params: { town: slug } }),
    api(factors.operatorStep),
  ]);
  const admin = items.find((one) => one.id === id);
  if (!admin) throw data(null, { status: 404 });
  return { slug, name: admin.displayName, fresh };
}

export async function action({ request, context, params: { slug, id } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: {} });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act !== 'reset') {
      await actOn(stepsOf(api, null), asked);
      return api.seeOther(to.resetAdminFactors(slug, id));
    }
    await api(factors.operatorResetFactors, { params: { town: slug, id } });
    return api.seeOther(to.admins(slug) + search({ reset: id }));
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

export default function OperatorReset({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ResetSecondStep
      {...loaderData}
      refusal={isRefusal(actionData) ? actionData : undefined}
      back={to.admins(loaderData.slug)}
    />
  );
}
