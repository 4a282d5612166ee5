import { factors } from '@zbor/contracts';
import { Button, Cluster, Link, Narrow, Notice, PageHead } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useFormState } from '../../../../shared/forms';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { EndOthers } from '../../components/end-others';
import { AppSetUp } from '../components/app-set-up';
import { ProveAgain } from '../components/prove-again';
import { actOn, stepDataOf, stepsOf } from '../steps.server';
import type { Route } from './+types/totp';
import '../../identity.css';
import '../factors.css';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return stepDataOf(stepsOf(apiOf({ request, context, params }), params.town), () => true);
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act === 'remove') await api(factors.removeTotp, { params: { town } });
    else await actOn(stepsOf(api, town), asked);
    const done = asked.act === 'confirm' || asked.act === 'remove' ? `?done=${asked.act}` : '';
    return api.seeOther(to.totp(town) + done);
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

/** Switches codes on and off, or moves them to another phone. */
export default function Totp({ loaderData: { step, offer }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const done = query.get('done');
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const form = useFormState(refusal, {});
  const on = step.factors.includes('totp');
  const changed = done === (on ? 'confirm' : 'remove');
  const lead = step.required ? t('factors:totp.required') : t('factors:totp.optional');
  return (
    <Narrow>
      <Head title={t('factors:totp.title')} private />
      <PageHead title={t('factors:totp.title')} lead={on ? t('factors:totp.on') : lead} />
      {!refusal && changed && on && (
        <Notice tone="success" title={t('factors:totp.done')}>
          {t('factors:totp.changed')}
        </Notice>
      )}
      {!refusal && changed && !on && <Notice tone="success">{t('factors:totp.removed')}</Notice>}
      {!refusal && changed && <EndOthers />}
      {!step.fresh && <ProveAgain refusal={refusal} />}
      {step.fresh && (offer || !on) && <AppSetUp offer={offer} refusal={refusal} />}
      {step.fresh && on && !offer && (
        <>
          {form.summary}
          <Form method="post">
            <Cluster>
              <Button variant="secondary" name="act" value="offer">
                {t('factors:totp.change')}
              </Button>
              {(!step.required || step.factors.length > 1) && (
                <Button variant="quiet" name="act" value="remove">
                  {t('factors:totp.off')}
                </Button>
              )}
            </Cluster>
          </Form>
        </>
      )}
      <p>
        <Link href={to.settings(slug)}>{t('factors:totp.back')}</Link>
      </p>
    </Narrow>
  );
}
