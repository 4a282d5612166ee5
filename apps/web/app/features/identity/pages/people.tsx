import { type GivenRole, identity, type Role, roles } from '@zbor/contracts';
import {
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  Link,
  Notice,
  PageHead,
  Pagination,
  Select,
  TextInput,
} from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormats } from '../../../shared/formats';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { TownPages } from '../../../shared/town-pages';
import { RolesOf } from '../components/roles-of';
import type { Route } from './+types/people';
import '../identity.css';

const isRole = (value: string | null): value is Role => (roles as readonly (string | null)[]).includes(value);

export function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const role = asked.get('role');
  const query = {
    q: asked.get('q') || undefined,
    role: isRole(role) ? role : undefined,
    after: asked.get('after') || undefined,
  };
  return apiOf({ request, context, params })(identity.accounts, { params: { town: params.town }, query });
}

export async function action({ request, context, params: { town } }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: { town } });
  const form = await formOf(request);
  const { id = '', grant, role, from, until } = typed(form);
  const { searchParams } = new URL(request.url);
  return attempt(form, async () => {
    if (grant) await api(identity.endRole, { params: { town, id, grant } });
    else {
      const body = { role: role as GivenRole, from: from || null, until: until || null };
      await api(identity.giveRole, { params: { town, id }, body });
    }
    const { q, after } = Object.fromEntries(searchParams);
    return api.seeOther(to.people(town) + search({ q, after, saved: id, done: grant ? 'ended' : 'given' }));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { date } = useFormats();
  const [query] = useSearchParams();
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const about = refusal?.values.id;
  const form = useFormState(
    refusal,
    {
      role: t('identity:people.role'),
      from: t('identity:people.from'),
      until: t('identity:people.until'),
    },
    { role: `role-${about}`, from: `from-${about}`, until: `until-${about}` },
    { role_held: 'role' },
  );
  const q = query.get('q') ?? undefined;
  const role = query.get('role') ?? undefined;
  const filtered = Boolean(q || role);
  const reset = loaderData.items.find((person) => person.id === query.get('reset'));
  const saved = loaderData.items.find((person) => person.id === query.get('saved'));
  const page = (after?: string) => to.people(town.slug) + search({ q, role, after });
  return (
    <>
      <Head title={t('identity:people.title')} private />
      <PageHead
        title={t('identity:people.title')}
        lead={<Sentence of="identity:people.lead" values={{ town: town.name }} />}
      />
      <TownPages current="people" />
      {form.summary}
      {!refusal && saved && (
        <Notice tone="success">
          <Sentence
            of={query.get('done') === 'ended' ? 'identity:people.ended' : 'identity:people.given'}
            values={{ name: saved.displayName }}
          />
        </Notice>
      )}
      {!refusal && reset && (
        <Notice tone="success">
          <Sentence of="factors:reset.done" values={{ name: reset.displayName }} />
        </Notice>
      )}
      <FilterBar label={t('identity:people.filters')} open={filtered}>
        <Form method="get" className="identity-search">
          <TextInput name="q" type="search" label={t('identity:people.search')} defaultValue={q} />
          <Select
            name="role"
            label={t('identity:people.role')}
            defaultValue={role}
            options={[
              { value: '', label: t('identity:people.anyRole') },
              ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
            ]}
          />
          <Button>{t('identity:people.submitSearch')}</Button>
        </Form>
      </FilterBar>
      {loaderData.items.length === 0 ? (
        <EmptyState
          title={t('identity:people.empty')}
          actions={
            <Button variant="secondary" href={to.people(town.slug)}>
              {t('identity:people.clear')}
            </Button>
          }
        >
          <p>{t('identity:people.emptyHint')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('identity:people.caption')}
          rows={loaderData.items}
          rowKey={(person) => person.id}
          columns={[
            {
              key: 'name',
              label: t('identity:people.name'),
              cell: (person) => <bdi>{person.displayName}</bdi>,
            },
            {
              key: 'since',
              label: t('identity:people.since'),
              cell: (person) => <time dateTime={person.since}>{date(person.since)}</time>,
            },
            {
              key: 'role',
              label: t('identity:people.role'),
              cell: (person) => (
                <RolesOf
                  key={person.roles.map(({ id }) => id).join()}
                  person={person}
                  refused={about === person.id && !refusal?.values.grant ? form : null}
                />
              ),
            },
            {
              key: 'step',
              label: t('factors:step.title'),
              cell: (person) =>
                mayBeReset(person) && (
                  <Link
                    href={to.resetFactors(town.slug, person.id)}
                    aria-label={t('factors:reset.label', { name: person.displayName })}
                  >
                    {t('factors:reset.submit')}
                  </Link>
                ),
            },
          ]}
        />
      )}
      <Pagination
        label={t('identity:people.pages')}
        previous={query.has('after') ? { href: page(), label: t('identity:people.first') } : undefined}
        next={loaderData.next ? { href: page(loaderData.next), label: t('identity:people.next') } : undefined}
      />
      <details className="identity-roles">
        <summary>{t('identity:people.meaning')}</summary>
        <dl>
          {roles.map((value) => (
            <div key={value}>
              <dt>{t(`role.${value}`)}</dt>
              <dd>{t(`identity:people.${value}Meaning`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** Whoever has a second step to be reset; an admin's is the operator's business. */
const mayBeReset = ({ secondStep, role }: { secondStep: boolean; role: Role }) =>
  secondStep && role !== 'admin';
