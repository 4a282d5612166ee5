import { addressOf, type Contributions, privacy } from '@zbor/contracts';
import { Button, Cluster, Link, Narrow, Notice, PageHead, RadioGroup, Section, TextInput } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, type Refusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { SubmitButton } from '../../../shared/submit-button';
import { MyPages } from '../../identity/components/my-pages';
import { PassphraseField } from '../../identity/components/passphrase-field';
import type { Route } from './+types/data';
import '../privacy.css';
import '../../identity/identity.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const place = { town: params.town };
  const mine = await apiOf({ request, context, params })(privacy.mine, { params: place });
  const file = (format: 'html' | 'json') => addressOf(privacy.take, place, { format });
  return { ...mine, files: { html: file('html'), json: file('json') } };
}

/** What may become of what others can read. */
const choices: readonly Contributions[] = ['remove', 'leave'];

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { contributions, name, passphrase } = typed(form);
  return attempt(form, async () => {
    await api(privacy.erase, {
      params: { town },
      body: { contributions: contributions as Contributions, proof: passphrase ?? name ?? '' },
    });
    return api.seeOther(to.goodbye(town));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function Data({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Further of="privacy">
      <Page mine={loaderData} refusal={isRefusal(actionData) ? actionData : undefined} />
    </Further>
  );
}

type Mine = Route.ComponentProps['loaderData'];

/** Everything about me, to take along or to erase. */
function Page({ mine, refusal }: { mine: Mine; refusal: Refusal | undefined }) {
  const t = useT();
  const { slug, name: town } = useTown();
  const { account, locale } = usePage();
  const inMyLanguage = `${mine.files.html}&language=${locale}`;
  const form = useErasing(mine, refusal);
  if (!account) return null;
  return (
    <Narrow>
      <Head title={t('privacy:data.title')} private />
      <PageHead
        title={t('privacy:data.title')}
        lead={<Sentence of="privacy:data.lead" values={{ town }} />}
      />
      <MyPages town={slug} current="data" />
      {form.summary}
      <p>
        <Link href={to.privacy(slug)}>{t('privacy:data.more')}</Link>
      </p>
      <Section id="take" title={t('privacy:data.take.title')} lead={t('privacy:data.take.lead')}>
        <Cluster>
          <Button as="a" variant="secondary" href={inMyLanguage} download>
            {t('privacy:data.take.html')}
          </Button>
          <Button as="a" variant="secondary" href={mine.files.json} download>
            {t('privacy:data.take.json')}
          </Button>
        </Cluster>
      </Section>
      <Section id="erase" title={t('privacy:data.erase.title')} lead={t('privacy:data.erase.lead')}>
        <ul className="privacy-points">
          <li>{t('privacy:data.erase.always')}</li>
          <li>{t('privacy:data.erase.copies')}</li>
        </ul>
        {mine.lastAdmin ? (
          <Notice
            tone="warning"
            announce={false}
            actions={
              <Button variant="secondary" href={to.people(slug)}>
                {t('privacy:data.erase.toPeople')}
              </Button>
            }
          >
            <p>{t('privacy:data.erase.lastAdmin')}</p>
          </Notice>
        ) : (
          <Form method="post" noValidate reloadDocument className="privacy-form">
            <RadioGroup
              name="contributions"
              legend={t('privacy:data.erase.legend')}
              error={form.error('contributions')}
              defaultValue={form.value('contributions')}
              required
              options={choices.map((value) => ({
                value,
                label: t(`privacy:data.erase.${value}`),
                hint: t(`privacy:data.erase.${value}Hint`),
              }))}
            />
            {mine.proof === 'passphrase' ? (
              <PassphraseField
                label={t('privacy:data.erase.passphrase')}
                hint={t('privacy:data.erase.passphraseHint')}
                error={form.error('proof')}
                autoComplete="current-password"
              />
            ) : (
              <TextInput
                name="name"
                label={t('privacy:data.erase.name')}
                hint={<Sentence of="privacy:data.erase.nameHint" values={{ name: account.displayName }} />}
                error={form.error('proof')}
                autoComplete="off"
                required
              />
            )}
            <div>
              <SubmitButton variant="danger">{t('privacy:data.erase.submit')}</SubmitButton>
            </div>
          </Form>
        )}
      </Section>
    </Narrow>
  );
}

function useErasing({ proof }: Mine, refusal: Refusal | undefined) {
  const t = useT();
  return useFormState(
    refusal,
    {
      contributions: t('privacy:data.erase.legend'),
      proof: proof === 'name' ? t('privacy:data.erase.name') : t('privacy:data.erase.passphrase'),
    },
    { proof: proof === 'name' ? 'name' : 'passphrase' },
    { not_confirmed: 'proof' },
  );
}
