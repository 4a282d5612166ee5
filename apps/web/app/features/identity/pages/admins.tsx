import { identity, municipalities } from '@zbor/contracts';
import { Breadcrumb, Button, DataTable, EmptyState, Link, Notice, PageHead } from '@zbor/ui';
import { useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { Sentence } from '../../../shared/sentence';
import { operatorIn } from '../operator.server';
import type { Route } from './+types/admins';
import '../identity.css';

export async function loader({ request, context, params: { slug } }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  await operatorIn(api);
  const [{ name }, { items }] = await Promise.all([
    api(municipalities.read, { params: { town: slug } }),
    api(identity.operatorAdmins, { params: { town: slug } }),
  ]);
  return { slug, name, items };
}

/** Who may ask the operator for help, and be helped. */
export default function Admins({ loaderData: { slug, name, items } }: Route.ComponentProps) {
  const t = useT();
  const [query] = useSearchParams();
  const reset = items.find(({ id }) => id === query.get('reset'));
  return (
    <>
      <Head title={t('identity:operator.adminsCaption')} private />
      <PageHead
        eyebrow={
          <Breadcrumb
            label={t('breadcrumb')}
            items={[{ href: to.operator(), label: t('identity:operator.title') }]}
          />
        }
        title={<Sentence of="identity:operator.adminsOf" values={{ town: name }} />}
        lead={t('identity:operator.adminsLead')}
      />
      {reset && (
        <Notice tone="success">
          <Sentence of="factors:reset.done" values={{ name: reset.displayName }} />
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState
          title={t('identity:operator.noAdmin')}
          actions={
            <Button href={to.firstAdmin(slug)}>
              <Sentence of="identity:operator.firstAdminOf" values={{ town: name }} />
            </Button>
          }
        />
      ) : (
        <DataTable
          caption={t('identity:operator.adminsCaption')}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: t('identity:people.name'),
              cell: ({ displayName }) => <bdi>{displayName}</bdi>,
            },
            {
              key: 'step',
              label: t('factors:step.title'),
              cell: ({ id, displayName, secondStep }) =>
                secondStep && (
                  <Link
                    href={to.resetAdminFactors(slug, id)}
                    aria-label={t('factors:reset.label', { name: displayName })}
                  >
                    {t('factors:reset.submit')}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
