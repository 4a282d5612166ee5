import { email } from '@zbor/contracts';
import { Button, DefinitionList, Narrow, PageHead } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Happened } from '../../../shared/happened';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { EndOthers } from '../../identity/components/end-others';
import { MyPages } from '../../identity/components/my-pages';
import { ProveAgain } from '../../identity/factors/components/prove-again';
import { actOn, stepsOf } from '../../identity/factors/steps.server';
import { AddressForm } from '../components/address-form';
import type { Route } from './+types/address';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return apiOf({ request, context, params })(email.mine, { params: { town: params.town } });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const asked = typed(form);
  const { act, address = '' } = asked;
  return attempt(form, async () => {
    if (act === 'passphrase') {
      await actOn(stepsOf(api, town), asked);
      return api.seeOther(to.myEmail(town));
    }
    if (act === 'remove') {
      await api(email.remove, { params: { town } });
      return api.seeOther(`${to.myEmail(town)}?done=removed`);
    }
    await api(email.offer, { params: { town }, body: { address } });
    return api.seeOther(to.myEmailCode(town));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../shared/problem';

export default function MyEmail({ loaderData: { address, fresh }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  return (
    <Narrow>
      <Head title={t('email:mine.title')} private />
      <PageHead title={t('email:mine.title')} lead={t('email:mine.why')} />
      <MyPages town={slug} current="settings" />
      <Happened done={{ saved: t('email:mine.saved'), removed: t('email:mine.removed') }} />
      {!refusal && query.has('done') && <EndOthers />}
      {!fresh && <ProveAgain refusal={refusal} />}
      {fresh && address && (
        <Form method="post">
          <DefinitionList
            items={[{ key: 'address', term: t('email:mine.current'), value: <bdi>{address}</bdi> }]}
          />
          <Button variant="secondary" name="act" value="remove">
            {t('email:mine.remove')}
          </Button>
        </Form>
      )}
      {fresh && (
        <AddressForm
          label={address ? t('email:mine.newLabel') : t('email:mine.label')}
          hint={t('email:mine.read')}
          submit={t('email:mine.submit')}
          refusal={refusal}
        />
      )}
    </Narrow>
  );
}
