import { accessCodes, identity, type Locale } from '@zbor/contracts';
import { loadCatalogue, sentencesOf } from '@zbor/i18n';
import { Button, DataTable, Notice, PageHead, Section, Select, TextInput } from '@zbor/ui';
import { data, Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormats } from '../../../shared/formats';
import { newRequestKey, useFormState } from '../../../shared/forms';
import { Happened } from '../../../shared/happened';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { qrPath } from '../../../shared/qr.server';
import { SubmitButton } from '../../../shared/submit-button';
import { MyPages } from '../../identity/components/my-pages';
import { Cards, type Printed } from '../components/cards';
import { lives } from '../lives';
import type { Route } from './+types/batches';
import '../access-codes.css';

export async function loader(args: Route.LoaderArgs) {
  const known = await apiOf(args)(accessCodes.batches, { params: { town: args.params.town } });
  return { ...known, requestKey: newRequestKey() };
}

/** Making a batch is answered with the cards themselves: they are in this one answer and nowhere else. */
export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { act, batch = '', size, days, requestKey = '' } = typed(form);
  return attempt(form, async () => {
    if (act === 'cancel') {
      await api(accessCodes.cancel, { params: { town, id: batch } });
      return api.seeOther(`${to.codes(town)}?done=cancelled`);
    }
    const life = lives.find((each) => each === days) ?? '90';
    const body = { size: Number(size), days: life, requestKey };
    const { codes, expiresAt } = await api(accessCodes.make, { params: { town }, body });
    const { origin } = new URL(args.request.url);
    const { municipality, account } = await api(identity.visit, { params: { town } });
    const { name, languages } = municipality;
    // The language of the page comes first.
    const locale = localeFor(args.request, languages, account?.language);
    const printed: Printed = {
      expiresAt,
      cards: codes.map((code) => ({ code, qr: qrPath(origin + to.join(town, code)) })),
      words: await Promise.all([...new Set([locale, ...languages])].map((lang) => wordsOf(lang, name))),
    };
    return data({ printed }, { headers: { 'cache-control': 'no-store' } });
  });
}

/** The one sentence of a card, in each language of the town. */
async function wordsOf(lang: Locale, town: string) {
  const { t } = sentencesOf(lang, await loadCatalogue(lang, 'account'));
  return { lang, text: t('access-codes:cards.what', { town }) };
}

export { ErrorBoundary } from '../../../shared/kept';

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function Batches({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { quota, requestKey } = loaderData;
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const form = useFormState(refusal, { size: t('access-codes:batches.size') });
  if (actionData && 'printed' in actionData) return <Cards printed={actionData.printed} />;
  const title = t('access-codes:batches.title');
  const left = quota.perYear - quota.madeThisYear;
  return (
    <>
      <Head title={title} private />
      <PageHead title={title} lead={t('access-codes:batches.lead')} />
      <MyPages town={town.slug} current="codes" />
      <Happened done={{ cancelled: t('access-codes:batches.cancelDone') }} />
      {quota.perYear === 0 ? (
        <Notice announce={false}>{t('access-codes:batches.noQuota')}</Notice>
      ) : (
        <Section
          title={t('access-codes:batches.new')}
          id="new"
          lead={t('access-codes:batches.quota', { made: quota.madeThisYear, perYear: quota.perYear })}
        >
          {form.summary}
          {/* The cards are a document of their own, which nothing keeps. */}
          <Form method="post" reloadDocument noValidate className="codes-form">
            <input type="hidden" name="act" value="make" />
            <input type="hidden" name="requestKey" value={requestKey} />
            <TextInput
              name="size"
              type="number"
              min={1}
              max={100}
              label={t('access-codes:batches.size')}
              hint={t('access-codes:batches.sizeHint')}
              error={form.error('size')}
              defaultValue={form.value('size', String(Math.max(1, Math.min(8, left))))}
              required
            />
            <Select
              name="days"
              label={t('access-codes:batches.days')}
              defaultValue={form.value('days', '90')}
              options={lives.map((value) => ({ value, label: t(`access-codes:batches.days${value}`) }))}
            />
            <p>{t('access-codes:batches.once')}</p>
            <div>
              <SubmitButton>{t('access-codes:batches.submit')}</SubmitButton>
            </div>
          </Form>
        </Section>
      )}
      <Section title={t('access-codes:batches.list')} id="list">
        {loaderData.items.length === 0 ? (
          <p>{t('access-codes:batches.empty')}</p>
        ) : (
          <BatchTable items={loaderData.items} />
        )}
      </Section>
    </>
  );
}

type Known = Route.ComponentProps['loaderData']['items'];

function BatchTable({ items }: { items: Known }) {
  const t = useT();
  const { number, date } = useFormats();
  const count = (key: 'made' | 'used' | 'expired' | 'cancelled', label: string) => ({
    key,
    label,
    numeric: true,
    cell: (batch: Known[number]) => number(batch[key]),
  });
  const day = (key: 'madeAt' | 'expiresAt', label: string) => ({
    key,
    label,
    cell: (batch: Known[number]) => <time dateTime={batch[key]}>{date(batch[key])}</time>,
  });
  return (
    <DataTable
      caption={t('access-codes:batches.caption')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        day('madeAt', t('access-codes:batches.made')),
        day('expiresAt', t('access-codes:batches.until')),
        count('made', t('access-codes:batches.count')),
        count('used', t('access-codes:batches.used')),
        count('expired', t('access-codes:batches.expired')),
        count('cancelled', t('access-codes:batches.cancelled')),
        {
          key: 'acts',
          label: t('access-codes:batches.acts'),
          cell: ({ id, open }) => (open ? <Cancel id={id} /> : t('access-codes:batches.closed')),
        },
      ]}
    />
  );
}

function Cancel({ id }: { id: string }) {
  const t = useT();
  return (
    <details className="codes-cancel">
      <summary>{t('access-codes:batches.cancel')}</summary>
      <p>{t('access-codes:batches.cancelSure')}</p>
      <Form method="post">
        <input type="hidden" name="act" value="cancel" />
        <input type="hidden" name="batch" value={id} />
        <Button variant="danger" size="small">
          {t('access-codes:batches.cancelSubmit')}
        </Button>
      </Form>
    </details>
  );
}
