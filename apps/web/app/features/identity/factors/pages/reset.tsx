import { factors } from '@zbor/contracts';
import { search, to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { ResetSecondStep } from '../components/reset-second-step';
import { actOn, stepsOf } from '../steps.server';
import type { Route } from './+types/reset';

export async function loader({ request, context, params: { town, id } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: { town } });
  const [person, { fresh }] = await Promise.all([
    api(factors.factorsOf, { params: { town, id } }),
    api(factors.step, { params: { town } }),
  ]);
  return { name: person.displayName, fresh };
}

export async function action({ request, context, params: { town, id } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act !== 'reset') {
      await actOn(stepsOf(api, town), asked);
      return api.seeOther(to.resetFactors(town, id));
    }
    await api(factors.resetFactors, { params: { town, id } });
    return api.seeOther(to.people(town) + search({ q: asked.name, reset: id }));
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

export default function Reset({ loaderData, actionData }: Route.ComponentProps) {
  const { slug } = useTown();
  return (
    <ResetSecondStep
      {...loaderData}
      refusal={isRefusal(actionData) ? actionData : undefined}
      back={to.people(slug)}
    />
  );
}
