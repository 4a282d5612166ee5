import { assistance } from '@zbor/contracts';
import { Button, Cluster, EmptyState, Narrow, PageHead } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { forget } from '../../../shared/preferences.server';
import { qrPath } from '../../../shared/qr.server';
import { Paper } from '../components/paper';
import type { Route } from './+types/finish';
import '../assistance.css';

/** The session is over with this answer, which alone holds the receipt. */
export async function action(args: Route.ActionArgs) {
  const { town } = args.params;
  const api = apiOf(args);
  const receipt = await api(assistance.finish, { params: { town } });
  const { origin } = new URL(args.request.url);
  const qr = qrPath(origin + to.claim(town, receipt.code));
  return api.answer({ receipt, qr }, [forget(args.request, 'lang')]);
}

export const headers = ({ actionHeaders }: Route.HeadersArgs) => actionHeaders;

export default function Page(props: Route.ComponentProps) {
  return (
    <Further of="assistance">
      <Finish {...props} />
    </Further>
  );
}

function Finish({ actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const { assisted } = usePage();
  if (actionData) return <Paper {...actionData} />;
  const title = t('assistance:finish.title');
  if (!assisted) {
    return (
      <>
        <Head title={title} private />
        <EmptyState
          level={1}
          title={t('assistance:finish.nothing')}
          actions={<Button href={to.town(slug)}>{t('identity:signIn.toHome')}</Button>}
        />
      </>
    );
  }
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('assistance:finish.lead')} />
      {/* The receipt is a document of its own, which nothing keeps. */}
      <Form method="post" reloadDocument>
        <Cluster>
          <Button>{t('assistance:finish.submit')}</Button>
          <Button variant="quiet" href={to.town(slug)}>
            {t('assistance:finish.stay')}
          </Button>
          <Button variant="quiet" href={to.signOut(slug)}>
            {t('assistance:finish.without')}
          </Button>
        </Cluster>
      </Form>
    </Narrow>
  );
}
