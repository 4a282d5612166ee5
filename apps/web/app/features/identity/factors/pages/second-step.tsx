import { identity } from '@zbor/contracts';
import { redirect, useSearchParams } from 'react-router';
import { safeReturn, to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { ByPasskey } from '../components/by-passkey';
import { SecondStep } from '../components/second-step';
import { actOn, stepDataOf, stepsOf } from '../steps.server';
import type { Route } from './+types/second-step';

const wishOf = (request: Request, town: string) =>
  safeReturn(new URL(request.url).searchParams.get('returnTo'), to.town(town));

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { town } = params;
  const shown = await stepDataOf(
    stepsOf(apiOf({ request, context, params }), town),
    ({ factors }) => factors.length === 0,
  );
  if (!shown.step.halfway) throw redirect(wishOf(request, town));
  return shown;
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act === 'leave') {
      await api(identity.signOut, { params: { town } });
      return api.seeOther(to.signIn(town));
    }
    await actOn(stepsOf(api, town), asked);
    const returnTo = wishOf(request, town);
    // Still halfway, it leads back here by itself.
    return api.seeOther(
      asked.act === 'code' || asked.act === 'confirm' ? returnTo : to.secondStep(town, returnTo),
    );
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

export default function TownSecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const { slug } = useTown();
  const [query] = useSearchParams();
  return (
    <SecondStep data={loaderData} refusal={isRefusal(actionData) ? actionData : undefined}>
      {loaderData.step.factors.includes('passkey') && (
        <ByPasskey returnTo={safeReturn(query.get('returnTo'), to.town(slug))} />
      )}
    </SecondStep>
  );
}
