import { Button, EmptyState, SignpostIllustration } from '@zbor/ui';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { to } from './addresses';
import { waitSentence } from './forms';
import { Head } from './head';
import { useT } from './i18n';
import { usePage } from './page-data';
import { problemOf } from './problem';

const kinds = {
  400: 'notFound',
  403: 'notAllowed',
  404: 'notFound',
  405: 'notFound',
  413: 'tooLarge',
  415: 'notFound',
  429: 'tooFast',
  503: 'unavailable',
} as const;

/** What is shown where a page cannot be: what happened, and where to go from here. */
export function ErrorPage() {
  const t = useT();
  const error = useRouteError();
  const { town } = usePage();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = status in kinds ? kinds[status as keyof typeof kinds] : 'unexpected';
  const seconds = problemOf(error)?.params?.seconds;
  return (
    <>
      <Head title={t(`error.${kind}.title`)} private />
      <EmptyState
        level={1}
        picture={<SignpostIllustration />}
        title={t(`error.${kind}.title`)}
        actions={
          <>
            <Button href={town ? to.town(town.slug) : '/'}>
              {town ? t('error.home', { town: town.name }) : t('error.towns')}
            </Button>
            {town && (
              <Button variant="secondary" href={to.ideas(town.slug)}>
                {t('error.ideas')}
              </Button>
            )}
          </>
        }
      >
        <p>
          {kind === 'tooFast' && seconds !== undefined
            ? waitSentence(t, Number(seconds))
            : t(`error.${kind}.text`)}
        </p>
      </EmptyState>
    </>
  );
}
