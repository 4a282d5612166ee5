import { Button, Notice, Section, TextInput } from '@zbor/ui';
import { type FormEvent, useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { to } from '../../../../shared/addresses';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';
import type { Refused } from '../passkey-calls';
import { usePasskeys } from '../use-passkeys';

/** Makes a passkey in this browser, which only scripts can ask for. */
export function AddPasskey() {
  const t = useT();
  const { slug } = useTown();
  const able = usePasskeys();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  if (!able) return <Notice announce={false}>{t('passkeys:scripts')}</Notice>;
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('passkeyName')).trim();
    setBusy(true);
    setRefused(undefined);
    const { makePasskey } = await import('../passkey-calls');
    const why = await makePasskey(slug, name || t('passkeys:add.suggestion'));
    setBusy(false);
    if (why === undefined) await navigate(`${to.passkeys(slug)}?done=added`, { replace: true });
    else setRefused(why);
    if (why === 'prove_again') await revalidate();
  }
  return (
    <Section title={t('passkeys:add.title')} id="add">
      {refused !== undefined && (
        <Notice tone="warning">{refused === null ? t('passkeys:failed') : t(`problems:${refused}`)}</Notice>
      )}
      <form onSubmit={add} className="identity-form">
        <TextInput
          name="passkeyName"
          label={t('passkeys:add.name')}
          hint={t('passkeys:add.hint')}
          defaultValue={t('passkeys:add.suggestion')}
          maxLength={40}
        />
        <div>
          <Button disabled={busy}>{t('passkeys:add.submit')}</Button>
        </div>
      </form>
    </Section>
  );
}
