import { type Council, councils, identity } from '@zbor/contracts';
import { localeDirection, localeNames } from '@zbor/i18n';
import { Button, Link, Narrow, Notice, PageHead, Section, TextArea, TextInput } from '@zbor/ui';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { type Api, apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { TownPages } from '../../../shared/town-pages';
import { InLanguages } from '../components/in-languages';
import { type Candidate, MemberFields, positions } from '../components/member-fields';
import type { Route } from './+types/edit';
import '../councils.css';

export async function loader(args: Route.LoaderArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const [people, { name, about, members }] = await Promise.all([
    councilMembers(api, town),
    api(councils.read, { params: { town } }),
  ]);
  const memberOf = new Map(members.map((member) => [member.accountId, member]));
  const candidates = people.map(
    (person): Candidate => ({
      id: person.id,
      name: person.displayName,
      member: memberOf.get(person.id) ?? null,
    }),
  );
  const named = candidates.filter((candidate) => candidate.member);
  const order = (candidate: Candidate) => positions.indexOf(candidate.member?.position ?? 'member');
  named.sort((a, b) => order(a) - order(b));
  return { name, about, candidates: [...named, ...candidates.filter((candidate) => !candidate.member)] };
}

/** Everybody with the role of a council member; a council has at most a hundred. */
async function councilMembers(api: Api, town: string) {
  const found = [];
  let after: string | undefined;
  do {
    const page = await api(identity.accounts, { params: { town }, query: { role: 'council', after } });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after && found.length < 100);
  return found;
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const values = typed(form);
  return attempt(form, async () => {
    const members = Object.keys(values)
      .filter((field) => field.startsWith('named-'))
      .map((field) => memberIn(values, field.slice('named-'.length)));
    const body = { name: translatedIn(values, 'name'), about: translatedIn(values, 'about'), members };
    await api(councils.write, { params: { town }, body });
    return api.seeOther(`${to.editCouncil(town)}?done=saved`);
  });
}

function memberIn(values: Record<string, string>, accountId: string) {
  const position = values[`position-${accountId}`] as Council['members'][number]['position'];
  const since = values[`since-${accountId}`] as string;
  return {
    accountId,
    position,
    since: since === '' ? null : since,
    note: translatedIn(values, `note-${accountId}`),
  };
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

import { translatedIn } from '../../../shared/translated';

export default function Edit({ loaderData: { name, about, candidates }, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const sending = useNavigation().state === 'submitting';
  const [query] = useSearchParams();
  const labels = {
    name: t('councils:admin.name'),
    about: t('councils:admin.about'),
    members: t('councils:admin.members'),
  };
  const form = useFormState(isRefusal(actionData) ? actionData : undefined, labels, {
    name: `name-${town.languages[0]}`,
    about: `about-${town.languages[0]}`,
  });
  return (
    <Narrow>
      <Head title={t('councils:admin.title')} private />
      <PageHead title={t('councils:admin.title')} lead={t('councils:admin.lead')} />
      <TownPages current="council" />
      {form.summary ??
        (query.get('done') === 'saved' && (
          <Notice
            tone="success"
            actions={<Link href={to.council(town.slug)}>{t('councils:admin.see')}</Link>}
          >
            {t('councils:admin.saved')}
          </Notice>
        ))}
      <Form method="post" noValidate className="councils-form">
        <Section title={labels.name} id="name">
          <Wrong sentence={form.error('name')} />
          <InLanguages>
            {(code) => (
              <TextInput
                key={code}
                name={`name-${code}`}
                label={t('councils:admin.nameIn', { language: localeNames[code] })}
                lang={code}
                dir={localeDirection(code)}
                defaultValue={form.value(`name-${code}`, name[code])}
              />
            )}
          </InLanguages>
        </Section>
        <Section title={labels.about} id="about" lead={t('councils:admin.aboutHint')}>
          <Wrong sentence={form.error('about')} />
          <InLanguages>
            {(code) => (
              <TextArea
                key={code}
                name={`about-${code}`}
                label={t('councils:admin.aboutIn', { language: localeNames[code] })}
                lang={code}
                dir={localeDirection(code)}
                rows={4}
                defaultValue={form.value(`about-${code}`, about[code])}
              />
            )}
          </InLanguages>
        </Section>
        <Section title={labels.members} id="members" lead={t('councils:admin.membersLead')}>
          <Wrong sentence={form.error('members')} />
          {candidates.length === 0 && <p>{t('councils:admin.nobody')}</p>}
          {candidates.map((candidate) => (
            <MemberFields key={candidate.id} candidate={candidate} form={form} />
          ))}
          <p>
            <Link href={to.people(town.slug)}>{t('councils:admin.toPeople')}</Link>
          </p>
        </Section>
        <div>
          <Button disabled={sending}>{sending ? t('form.sending') : t('councils:admin.save')}</Button>
        </div>
      </Form>
    </Narrow>
  );
}

function Wrong({ sentence }: { sentence: string | undefined }) {
  return sentence ? <p className="z-field__error">{sentence}</p> : null;
}
