import { factors, identity, type Locale } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import { Button, DefinitionList, Link, Narrow, Notice, PageHead, Section, Select, TextInput } from '@zbor/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { remember } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { MyPages } from '../components/my-pages';
import { SessionList } from '../components/session-list';
import { WaysIn } from '../factors/components/ways-in';
import type { Route } from './+types/settings';
import '../identity.css';
import '../factors/factors.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params });
  const inTown = { params: { town: params.town } };
  const [{ items: sessions }, ways, step] = await Promise.all([
    api(identity.sessions, inTown),
    api(identity.ways, inTown),
    api(factors.step, inTown),
  ]);
  return { sessions, ways, step };
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { act, session, displayName, language } = typed(form);
  const page = to.settings(town);
  return attempt(form, async () => {
    if (session) {
      await api(identity.endSession, { params: { town, id: session } });
      return api.seeOther(`${page}?done=ended`);
    }
    if (act === 'end-others') {
      await api(identity.endOtherSessions, { params: { town } });
      return api.seeOther(`${page}?done=ended-others`);
    }
    const me = await api(identity.changeMe, {
      params: { town },
      body: { displayName, language: language as Locale },
    });
    const done = api.seeOther(`${page}?done=saved`);
    done.headers.append('set-cookie', remember(request, 'lang', me.language));
    return done;
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { account } = usePage();
  const sending = useNavigation().state === 'submitting';
  const [query] = useSearchParams();
  const done = query.get('done');
  const form = useFormState(isRefusal(actionData) ? actionData : undefined, {
    displayName: t('identity:people.name'),
    language: t('language'),
  });
  if (!account) return null;
  const languages = [...new Set([account.language, ...town.languages])];
  return (
    <Narrow>
      <Head title={t('identity:me.title')} private />
      <PageHead
        title={t('identity:me.title')}
        lead={<Sentence of="identity:me.lead" values={{ name: account.displayName }} />}
      />
      <MyPages town={town.slug} current="settings" />
      {form.summary}
      {!form.summary && done === 'saved' && <Notice tone="success">{t('identity:me.saved')}</Notice>}
      {!form.summary && done === 'ended' && <Notice tone="success">{t('identity:sessions.ended')}</Notice>}
      {!form.summary && done === 'ended-others' && (
        <Notice tone="success">{t('factors:others.ended')}</Notice>
      )}
      {/* Another language is another document, so this form always loads the page afresh. */}
      <Form method="post" noValidate reloadDocument className="identity-form">
        <TextInput
          name="displayName"
          label={t('identity:me.displayName')}
          hint={t('identity:me.displayNameHint')}
          error={form.error('displayName')}
          defaultValue={form.value('displayName', account.displayName)}
          autoComplete="nickname"
          required
        />
        <Select
          name="language"
          label={t('identity:me.language')}
          hint={t('identity:me.languageHint')}
          error={form.error('language')}
          defaultValue={form.value('language', account.language)}
          options={languages.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        />
        <div>
          <Button disabled={sending}>{t('identity:me.save')}</Button>
        </div>
      </Form>
      <DefinitionList
        items={[
          {
            key: 'signInName',
            term: t('identity:me.signInName'),
            value:
              account.signInName === null ? (
                t('identity:keep.none')
              ) : (
                <div>
                  <p>
                    <bdi>{account.signInName}</bdi>
                  </p>
                  <p className="z-field__hint">{t('identity:me.signInNameHint')}</p>
                </div>
              ),
            action: account.signInName === null && (
              <Link href={to.keep(town.slug)}>{t('identity:keep.title')}</Link>
            ),
          },
          { key: 'role', term: t('identity:me.role'), value: t(`role.${account.role}`) },
        ]}
      />
      <WaysIn step={loaderData.step} passphrase={account.signInName !== null} />
      {loaderData.ways.email && (
        <Section title={t('email:mine.title')} id="email" lead={t('email:mine.why')}>
          <div>
            <Button variant="secondary" href={to.myEmail(town.slug)}>
              {t('email:mine.title')}
            </Button>
          </div>
        </Section>
      )}
      <Section title={t('identity:sessions.title')} id="sessions" lead={t('identity:sessions.lead')}>
        <SessionList sessions={loaderData.sessions} />
        {loaderData.sessions.length > 1 && (
          <Form method="post">
            <Button variant="secondary" name="act" value="end-others">
              {t('factors:others.end')}
            </Button>
          </Form>
        )}
      </Section>
    </Narrow>
  );
}
