import { type Accent, identity, type Locale, municipalities } from '@zbor/contracts';
import { localeDirection, localeNames } from '@zbor/i18n';
import { Button, Link, Narrow, Notice, PageHead, Section, TextArea, TextInput } from '@zbor/ui';
import { data, Form, redirect, useNavigation, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf, isVisit } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { TownPages } from '../../../shared/town-pages';
import { translatedIn } from '../../../shared/translated';
import { AccentChoice } from '../components/accent-choice';
import { chosenLanguages, LanguageChoice } from '../components/language-choice';
import type { Route } from './+types/admin';
import '../identity.css';

export async function loader({ request, context, params: { town } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: { town } });
  const { municipality, account, can } = await api(identity.visit, { params: { town } });
  if (!account && isVisit(request)) throw redirect(to.signIn(town, to.admin(town)));
  if (!can.administer) throw data(null, { status: 403 });
  return { municipality };
}

const all = Object.keys(localeNames) as Locale[];

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const values = typed(form);
  const { name, accent, hosts } = values;
  return attempt(form, async () => {
    await api(municipalities.change, {
      params: { town },
      body: {
        name,
        accent: accent as Accent,
        languages: chosenLanguages(values),
        hosts: hosts?.split(/[\s,]+/).filter(Boolean),
        invitation: translatedIn(values, 'invitation'),
      },
    });
    return api.seeOther(`${to.admin(town)}?done=saved`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function Admin({ loaderData: { municipality }, actionData }: Route.ComponentProps) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const { slug, name, languages, accent, hosts, invitation } = municipality;
  const labels = {
    name: t('identity:admin.name'),
    languages: t('identity:admin.languages'),
    accent: t('identity:admin.accent'),
    invitation: t('identity:admin.invitation'),
    hosts: t('identity:admin.hosts'),
  };
  const form = useFormState(
    refusal,
    labels,
    { invitation: `invitation-${languages[0]}` },
    { host_taken: 'hosts' },
  );
  const others = all.filter((code) => !languages.includes(code));
  const invitationIn = (code: Locale) => (
    <TextArea
      key={code}
      name={`invitation-${code}`}
      label={t('identity:admin.invitationIn', { language: localeNames[code] })}
      lang={code}
      dir={localeDirection(code)}
      rows={2}
      defaultValue={form.value(`invitation-${code}`, invitation[code])}
    />
  );
  return (
    <Narrow>
      <Head title={t('identity:admin.title')} private />
      <PageHead
        title={t('identity:admin.title')}
        lead={<Sentence of="identity:admin.lead" values={{ town: name }} />}
      />
      <TownPages current="settings" />
      {form.summary}
      {!refusal && query.get('done') === 'saved' && (
        <Notice tone="success" actions={<Link href={to.town(slug)}>{t('identity:admin.see')}</Link>}>
          {t('identity:admin.saved')}
        </Notice>
      )}
      <Form method="post" noValidate className="identity-form">
        <TextInput
          name="name"
          label={labels.name}
          error={form.error('name')}
          defaultValue={form.value('name', name)}
          required
        />
        <LanguageChoice languages={languages} typed={refusal?.values} error={form.error('languages')} />
        <AccentChoice accent={form.value('accent', accent)} error={form.error('accent')} />
        <Section title={labels.invitation} id="invitation" lead={t('identity:admin.invitationHint')}>
          {form.error('invitation') && <p className="z-field__error">{form.error('invitation')}</p>}
          {languages.map(invitationIn)}
          {others.length > 0 && (
            <details className="identity-more">
              <summary>{t('identity:admin.otherLanguages')}</summary>
              <div className="identity-form">{others.map(invitationIn)}</div>
            </details>
          )}
        </Section>
        <TextArea
          name="hosts"
          label={labels.hosts}
          hint={t('identity:admin.hostsHint')}
          error={form.error('hosts')}
          defaultValue={form.value('hosts', hosts.join('\n'))}
          optional={t('optional')}
          rows={2}
          dir="ltr"
          spellCheck={false}
        />
        <div>
          <Button disabled={sending}>{t('identity:admin.save')}</Button>
        </div>
      </Form>
    </Narrow>
  );
}
