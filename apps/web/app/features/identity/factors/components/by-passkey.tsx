import { lazy, Suspense } from 'react';
import { usePasskeys } from '../use-passkeys';

const PasskeyButton = lazy(() => import('./passkey-button'));

/** The way in by a passkey, where the browser knows of passkeys; nothing elsewhere. */
export function ByPasskey({ returnTo }: { returnTo: string }) {
  if (!usePasskeys()) return null;
  return (
    <Suspense>
      <PasskeyButton returnTo={returnTo} />
    </Suspense>
  );
}
