import { factors, identity } from '@zbor/contracts';
import { Link, Narrow, Notice, PageHead } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, type Refusal, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { EndOthers } from '../components/end-others';
import { PassphraseField } from '../components/passphrase-field';
import { ProveAgain } from '../factors/components/prove-again';
import { actOn, stepsOf } from '../factors/steps.server';
import type { Route } from './+types/passphrase';
import '../identity.css';

export function loader({ request, context, params }: Route.LoaderArgs) {
  return apiOf({ request, context, params })(factors.step, { params: { town: params.town } });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act !== 'change') {
      await actOn(stepsOf(api, town), asked);
      return api.seeOther(to.passphrase(town));
    }
    const { passphrase = '' } = asked;
    await api(identity.changePassphrase, { params: { town }, body: { passphrase } });
    return api.seeOther(`${to.passphrase(town)}?done=changed`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../shared/problem';

/** Sets another passphrase, for somebody who has just shown who they are. */
export default function Passphrase({ loaderData: { fresh }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const form = useFormState(refusal, {});
  if (!account) return null;
  const has = account.signInName !== null;
  const changed = !refusal && has && fresh && query.get('done') === 'changed';
  return (
    <Narrow>
      <Head title={t('factors:passphrase.title')} private />
      <PageHead title={t('factors:passphrase.title')} lead={has ? t('factors:passphrase.lead') : undefined} />
      {changed && <Notice tone="success">{t('factors:passphrase.changed')}</Notice>}
      {changed && <EndOthers />}
      {!has && form.summary}
      {!has && (
        <p>
          <Link href={to.keep(slug)}>{t('identity:keep.title')}</Link>
        </p>
      )}
      {has && !changed && (fresh ? <Change refusal={refusal} /> : <ProveAgain refusal={refusal} />)}
      <p>
        <Link href={to.settings(slug)}>{t('factors:totp.back')}</Link>
      </p>
    </Narrow>
  );
}

function Change({ refusal }: { refusal: Refusal | undefined }) {
  const t = useT();
  const label = t('factors:passphrase.label');
  const form = useFormState(refusal, { passphrase: label });
  return (
    <>
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <PassphraseField
          autoComplete="new-password"
          label={label}
          hint={t('identity:signUp.passphrase.hint')}
          error={form.error('passphrase')}
        />
        <div>
          <SubmitButton name="act" value="change">
            {t('factors:passphrase.title')}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}
