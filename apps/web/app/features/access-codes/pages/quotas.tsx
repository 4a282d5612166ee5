import { accessCodes } from '@zbor/contracts';
import { Button, DataTable, Notice, PageHead } from '@zbor/ui';
import { Form, useSearchParams } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormats } from '../../../shared/formats';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { Sentence } from '../../../shared/sentence';
import { TownPages } from '../../../shared/town-pages';
import type { Route } from './+types/quotas';
import '../access-codes.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export function loader(args: Route.LoaderArgs) {
  return apiOf(args)(accessCodes.quotas, { params: { town: args.params.town } });
}

export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { id = '', perYear = '' } = typed(form);
  return attempt(form, async () => {
    await api(accessCodes.giveQuota, { params: { town, id }, body: { perYear: Number(perYear) } });
    return api.seeOther(`${to.quotas(town)}?saved=${id}`);
  });
}

type Maker = Route.ComponentProps['loaderData']['items'][number];

/** How many codes each of those who hand them out may make in a year. */
export default function Quotas({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { number } = useFormats();
  const [query] = useSearchParams();
  const { summary } = useFormState(isRefusal(actionData) ? actionData : undefined, {
    perYear: t('access-codes:quotas.perYear'),
  });
  const saved = items.find(({ id }) => id === query.get('saved'));
  const title = t('access-codes:quotas.title');
  return (
    <>
      <Head title={title} private />
      <PageHead title={title} lead={t('access-codes:quotas.lead')} />
      <TownPages current="codes" />
      {summary}
      {!summary && saved && (
        <Notice tone="success">
          <Sentence
            of="access-codes:quotas.saved"
            values={{ name: saved.displayName, perYear: saved.perYear }}
          />
        </Notice>
      )}
      <DataTable
        caption={t('access-codes:quotas.caption')}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t('access-codes:quotas.name'),
            cell: ({ displayName }) => <bdi>{displayName}</bdi>,
          },
          {
            key: 'role',
            label: t('access-codes:quotas.role'),
            cell: ({ role }) => t(`role.${role}`),
          },
          {
            key: 'made',
            label: t('access-codes:quotas.made'),
            numeric: true,
            cell: ({ madeThisYear }) => number(madeThisYear),
          },
          {
            key: 'perYear',
            label: t('access-codes:quotas.perYear'),
            cell: (maker) => <QuotaForm key={maker.perYear} maker={maker} />,
          },
        ]}
      />
    </>
  );
}

function QuotaForm({ maker: { id, displayName, perYear } }: { maker: Maker }) {
  const t = useT();
  return (
    <Form method="post" className="codes-quota">
      <input type="hidden" name="id" value={id} />
      <input
        className="z-input"
        type="number"
        name="perYear"
        min={0}
        max={5000}
        defaultValue={perYear}
        aria-label={t('access-codes:quotas.of', { name: displayName })}
      />
      <Button
        variant="secondary"
        size="small"
        aria-label={t('access-codes:quotas.saveOf', { name: displayName })}
      >
        {t('access-codes:quotas.save')}
      </Button>
    </Form>
  );
}
