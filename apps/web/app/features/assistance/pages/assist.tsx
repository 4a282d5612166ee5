import { assistance, identity, type Locale } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import { Button, Cluster, Narrow, PageHead, Section } from '@zbor/ui';
import { data, Form, redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf, isVisit } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { MyPages } from '../../identity/components/my-pages';
import { NameChoice, ownName } from '../../identity/components/name-choice';
import type { Route } from './+types/assist';
import '../../identity/identity.css';
import '../assistance.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const { account, can, municipality } = await api(identity.visit, { params: { town } });
  if (!account && isVisit(args.request)) throw redirect(to.signIn(town, to.assist(town)));
  if (!can.help) {
    throw data(
      { type: 'about:blank', title: 'Not allowed', status: 403, code: 'not_allowed' },
      { status: 403 },
    );
  }
  const wish = new URL(args.request.url).searchParams.get('for');
  const language = municipality.languages.find((offered) => offered === wish);
  if (!language) return { language: null, names: [] };
  return { language, ...(await api(identity.suggestNames, { params: { town }, query: { language } })) };
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { choice = ownName, own = '', language } = typed(form);
  const displayName = choice === ownName ? own : choice;
  return attempt(form, async () => {
    const body = { displayName, language: language as Locale };
    const account = await api(assistance.open, { params: { town }, body });
    // From here on the pages speak the language of whoever writes.
    return api.seeOther(`${to.propose(town)}?lang=${account.language}`);
  });
}

export default function Page(props: Route.ComponentProps) {
  return (
    <Further of="assistance">
      <Assist {...props} />
    </Further>
  );
}

/** Where somebody who helps hands over: first the language, then the name. */
function Assist({ loaderData: { language, names }, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const choice = refusal?.values.choice ?? '';
  const form = useFormState(
    refusal,
    { displayName: t('identity:people.name') },
    { displayName: choice === ownName || names.length === 0 ? 'own' : 'choice' },
  );
  const title = t('assistance:assist.title');
  return (
    <>
      <Head title={title} private />
      <PageHead title={title} lead={t('assistance:assist.lead')} />
      <MyPages town={town.slug} current="assist" />
      <Narrow>
        <ul>
          <li>{t('assistance:assist.theirs')}</li>
          <li>{t('assistance:assist.apart')}</li>
          <li>{t('assistance:assist.paper')}</li>
        </ul>
        {language ? (
          <Section title={t('assistance:assist.name')} id="name">
            {form.summary}
            {/* The next page is in another language: a document of its own. */}
            <Form method="post" reloadDocument noValidate className="identity-form">
              <input type="hidden" name="language" value={language} />
              <NameChoice {...{ names, choice }} own={form.value('own')} error={form.error('displayName')} />
              <p>{t('assistance:assist.hour')}</p>
              <SubmitButton wide>{t('assistance:assist.submit')}</SubmitButton>
            </Form>
          </Section>
        ) : (
          <Section title={t('assistance:assist.language')} id="language">
            <Cluster>
              {town.languages.map((each) => (
                <Button key={each} variant="secondary" href={to.assist(town.slug, each)}>
                  <span lang={each}>{localeNames[each]}</span>
                </Button>
              ))}
            </Cluster>
          </Section>
        )}
      </Narrow>
    </>
  );
}
