import { recovery } from '@zbor/contracts';
import { Link, Narrow, Notice, PageHead } from '@zbor/ui';
import { data, Form, useSearchParams } from 'react-router';
import { to } from '../../../../shared/addresses';
import { apiOf } from '../../../../shared/api.server';
import { useFormats } from '../../../../shared/formats';
import { useFormState } from '../../../../shared/forms';
import { Further } from '../../../../shared/further';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../../shared/problem';
import { SubmitButton } from '../../../../shared/submit-button';
import { ProveAgain } from '../../factors/components/prove-again';
import { actOn, stepsOf } from '../../factors/steps.server';
import { PhrasePaper } from '../components/phrase-paper';
import type { Route } from './+types/phrase';
import '../../identity.css';
import '../recovery.css';

export function loader(args: Route.LoaderArgs) {
  return apiOf(args)(recovery.phrase, { params: { town: args.params.town } });
}

/** Making a phrase is answered with the phrase itself: it is in this one answer and nowhere else. */
export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const asked = typed(form);
  return attempt(form, async () => {
    if (asked.act === 'make') {
      const { phrase } = await api(recovery.makePhrase, { params: { town } });
      return data({ phrase }, { headers: { 'cache-control': 'no-store' } });
    }
    await actOn(stepsOf(api, town), asked);
    return api.seeOther(to.recovery(town));
  });
}

export { ErrorBoundary } from '../../../../shared/kept';

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function Phrase({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Further of="recovery">
      <Narrow>
        {actionData && 'phrase' in actionData ? (
          <PhrasePaper phrase={actionData.phrase} />
        ) : (
          <Mine known={loaderData} refusal={isRefusal(actionData) ? actionData : undefined} />
        )}
      </Narrow>
    </Further>
  );
}

interface MineProps {
  known: Route.ComponentProps['loaderData'];
  refusal: Parameters<typeof ProveAgain>[0]['refusal'];
}

function Mine({ known: { madeAt, mustProve }, refusal }: MineProps) {
  const t = useT();
  const { slug } = useTown();
  const { date } = useFormats();
  const [query] = useSearchParams();
  const form = useFormState(refusal, {});
  const title = t('recovery:mine.title');
  return (
    <>
      <Head title={title} private />
      <PageHead title={title} lead={t('recovery:mine.lead')} />
      {query.has('recovered') && madeAt === null && (
        <Notice
          tone="success"
          title={t('recovery:mine.recovered')}
          actions={
            <>
              <Link href={to.passkeys(slug)}>{t('recovery:mine.toPasskeys')}</Link>
              <Link href={to.myEmail(slug)}>{t('recovery:mine.toMail')}</Link>
            </>
          }
        >
          {t('recovery:mine.mail')}
        </Notice>
      )}
      <p>
        {madeAt === null
          ? t('recovery:mine.none')
          : `${t('recovery:mine.since', { date: date(madeAt) })} ${t('recovery:mine.replace')}`}
      </p>
      {mustProve ? (
        <ProveAgain refusal={refusal} />
      ) : (
        <>
          {form.summary}
          {/* The phrase is a document of its own, which nothing keeps. */}
          <Form method="post" reloadDocument>
            <input type="hidden" name="act" value="make" />
            <SubmitButton>
              {madeAt === null ? t('recovery:mine.make') : t('recovery:mine.again')}
            </SubmitButton>
          </Form>
        </>
      )}
      <p>
        <Link href={to.settings(slug)}>{t('recovery:mine.back')}</Link>
      </p>
    </>
  );
}
