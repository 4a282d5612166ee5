import { factors, type Passkey, passkeys, type Step } from '@zbor/contracts';
import { Button, Cluster, Link, Narrow, Notice, PageHead, Panel, Section, Stack, TextInput } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useFormats } from '../../../../shared/formats';
import { useFormState } from '../../../../shared/forms';
import { Further } from '../../../../shared/further';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, type Refusal, typed } from '../../../../shared/problem';
import { EndOthers } from '../../components/end-others';
import { AddPasskey } from '../components/add-passkey';
import { ProveAgain } from '../components/prove-again';
import type { Route } from './+types/passkeys';
import '../../identity.css';
import '../factors.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params });
  const inTown = { params: { town: params.town } };
  const [step, { items }] = await Promise.all([api(factors.step, inTown), api(passkeys.passkeys, inTown)]);
  return { step, items };
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { act, id = '', name = '', passphrase = '' } = typed(form);
  const page = to.passkeys(town);
  return attempt(form, async () => {
    if (act === 'passphrase') {
      await api(factors.provePassphrase, { params: { town }, body: { passphrase } });
      return api.seeOther(page);
    }
    if (act === 'remove') {
      await api(passkeys.removePasskey, { params: { town, id } });
      return api.seeOther(`${page}?done=removed`);
    }
    await api(passkeys.renamePasskey, { params: { town, id }, body: { name } });
    return api.seeOther(`${page}?done=renamed`);
  });
}

export { ErrorBoundary } from '../../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../../shared/problem';

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Further of="passkeys">
      <Page {...loaderData} refusal={isRefusal(actionData) ? actionData : undefined} />
    </Further>
  );
}

/** My passkeys: adding one, calling it something else, removing it. */
function Page({
  step,
  items,
  refusal,
}: {
  step: Step;
  items: readonly Passkey[];
  refusal: Refusal | undefined;
}) {
  const t = useT();
  const { slug } = useTown();
  const [query] = useSearchParams();
  const done = (['added', 'renamed', 'removed'] as const).find((what) => what === query.get('done'));
  const about = refusal?.values.id;
  const form = useFormState(
    about ? refusal : undefined,
    { name: t('passkeys:list.name') },
    { name: `name-${about}` },
  );
  return (
    <Narrow>
      <Head title={t('passkeys:title')} private />
      <PageHead title={t('passkeys:title')} lead={t('passkeys:lead')} />
      {form.summary}
      {!refusal && done && <Notice tone="success">{t(`passkeys:done.${done}`)}</Notice>}
      {!refusal && (done === 'added' || done === 'removed') && <EndOthers />}
      {!step.fresh && <ProveAgain refusal={about ? undefined : refusal} />}
      <Section title={t('passkeys:list.title')} id="passkeys">
        {items.length === 0 && <p>{t('passkeys:none')}</p>}
        <Stack gap="s">
          {items.map((passkey) => (
            <One
              key={passkey.id}
              passkey={passkey}
              removable={step.fresh}
              error={about === passkey.id ? form.error('name') : undefined}
            />
          ))}
        </Stack>
      </Section>
      {step.fresh && <AddPasskey />}
      <p>
        <Link href={to.settings(slug)}>{t('factors:totp.back')}</Link>
      </p>
    </Narrow>
  );
}

function One({
  passkey: { id, name, createdOn, lastUsedOn },
  removable,
  error,
}: {
  passkey: Passkey;
  removable: boolean;
  error: string | undefined;
}) {
  const t = useT();
  const { date } = useFormats();
  return (
    <Panel>
      <h3 className="identity-browser">
        <bdi>{name}</bdi>
      </h3>
      <dl className="identity-session">
        <dt>{t('passkeys:list.created')}</dt>
        <dd>{date(createdOn)}</dd>
        <dt>{t('passkeys:list.used')}</dt>
        <dd>{lastUsedOn ? date(lastUsedOn) : t('passkeys:list.never')}</dd>
      </dl>
      <Form method="post" noValidate className="identity-form">
        <input type="hidden" name="id" value={id} />
        <TextInput
          id={`name-${id}`}
          name="name"
          label={t('passkeys:list.name')}
          defaultValue={name}
          maxLength={40}
          error={error}
        />
        <Cluster>
          <Button
            variant="secondary"
            size="small"
            name="act"
            value="rename"
            aria-label={t('passkeys:list.renameLabel', { name })}
          >
            {t('passkeys:list.rename')}
          </Button>
          {removable && (
            <Button
              variant="quiet"
              size="small"
              name="act"
              value="remove"
              aria-label={t('passkeys:list.removeLabel', { name })}
            >
              {t('passkeys:list.remove')}
            </Button>
          )}
        </Cluster>
      </Form>
    </Panel>
  );
}
