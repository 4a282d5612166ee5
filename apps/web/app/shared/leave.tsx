import { Button } from '@zbor/ui';
import { type SubmitEvent, useEffect } from 'react';
import { elsewhere, to } from './addresses';
import { useT } from './i18n';
import { usePage } from './page-data';

/** Presses of Esc, one soon after the other, that mean the button. */
const PRESSES = 3;
const SOON_MS = 1_000;

/**
 * The way out for whoever must not be seen here. It signs out and leads to an encyclopedia: with a script at once, and
 * in the place of this page in the browser's history.
 */
export function Leave() {
  const t = useT();
  const { slug, locale } = usePage();
  const address = to.leave(slug ?? undefined, locale);

  useEffect(() => {
    let presses = 0;
    let last = 0;
    const listen = ({ key, timeStamp }: KeyboardEvent) => {
      presses = key === 'Escape' && timeStamp - last < SOON_MS ? presses + 1 : Number(key === 'Escape');
      last = timeStamp;
      if (presses === PRESSES) go(address, elsewhere(locale));
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [address, locale]);

  const leave = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(address, elsewhere(locale));
  };
  return (
    <form method="post" action={address} onSubmit={leave}>
      <Button variant="secondary" size="small">
        {t('leave.button')}
      </Button>
    </form>
  );
}

/** Not waited for: the session ends while the other page loads already. */
function go(leave: string, address: string) {
  fetch(leave, { method: 'POST', keepalive: true }).catch(() => undefined);
  document.documentElement.hidden = true;
  location.replace(address);
}
