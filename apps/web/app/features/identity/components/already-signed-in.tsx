import { Button, EmptyState } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';

/** What the pages of signing in say to somebody who is signed in. */
export function AlreadySignedIn({ title }: { title: string }) {
  const t = useT();
  const { slug } = useTown();
  const { account } = usePage();
  return (
    <>
      <Head title={title} private />
      <EmptyState
        level={1}
        title={<Sentence of="identity:signIn.already" values={{ name: account?.displayName ?? '' }} />}
        actions={
          <>
            <Button href={to.town(slug)}>{t('identity:signIn.toHome')}</Button>
            <Button variant="secondary" href={to.signOut(slug)}>
              {t('identity:signOut.submit')}
            </Button>
          </>
        }
      />
    </>
  );
}
