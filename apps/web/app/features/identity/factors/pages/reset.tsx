import { factors } from '@zbor/contracts';
import { Button, Cluster, Narrow, PageHead } from '@zbor/ui';
import { Form } from 'react-router';
import { search, to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useFormState } from '../../../../shared/forms';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { Sentence } from '../../../../shared/sentence';
import { ProveAgain } from '../components/prove-again';
import { actOn, stepsOf } from '../steps.server';
import type { Route } from './+types/reset';
import '../../identity.css';

export async function loader({ request, context, params: { town, id } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: { town } });
  const [person, { fresh }] = await Promise.all([
    api(factors.factorsOf, { params: { town, id } }),
    api(factors.step, { params: { town } }),
  ]);
  return { person, fresh };
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

export { clientAction } from '../../../../shared/problem';

/** Lets somebody start over who lost what they prove the second step with. */
export default function Reset({ loaderData: { person, fresh }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const form = useFormState(refusal, {});
  return (
    <Narrow>
      <Head title={t('factors:reset.submit')} private />
      <PageHead
        title={<Sentence of="factors:reset.title" values={{ name: person.displayName }} />}
        lead={t('factors:reset.lead')}
      />
      {fresh ? (
        <>
          {form.summary}
          <Form method="post">
            <input type="hidden" name="name" value={person.displayName} />
            <Cluster>
              <Button name="act" value="reset">
                {t('factors:reset.confirm')}
              </Button>
              <Button variant="quiet" href={to.people(slug)}>
                {t('factors:reset.cancel')}
              </Button>
            </Cluster>
          </Form>
        </>
      ) : (
        <ProveAgain refusal={refusal} />
      )}
    </Narrow>
  );
}
