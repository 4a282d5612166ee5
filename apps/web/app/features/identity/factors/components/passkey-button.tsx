import { Button, Notice } from '@zbor/ui';
import { useState } from 'react';
import { Further } from '../../../../shared/further';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import { type Refused, signInWithPasskey } from '../passkey-calls';

/** Signs in with a passkey and goes on to `returnTo`. Comes to browsers that can, and by itself. */
export default function PasskeyButton({ returnTo }: { returnTo: string }) {
  return (
    <Further of="passkeys">
      <Press returnTo={returnTo} />
    </Further>
  );
}

function Press({ returnTo }: { returnTo: string }) {
  const t = useT();
  const { slug } = useTown();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  async function press() {
    setBusy(true);
    setRefused(undefined);
    const why = await signInWithPasskey(slug);
    // Another person is signed in now, so that the page is another one in all its parts.
    if (why === undefined) return window.location.assign(returnTo);
    setRefused(why);
    setBusy(false);
  }
  return (
    <>
      {refused !== undefined && (
        <Notice tone="warning">
          {refused === 'passkey_refused' ? t('problems:passkey_refused') : t('passkeys:failed')}
        </Notice>
      )}
      <Button variant="secondary" wide type="button" disabled={busy} onClick={press}>
        {t('passkeys:use')}
      </Button>
    </>
  );
}
