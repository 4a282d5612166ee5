import { Button, Eye, EyeOff, Field, type FieldTexts } from '@zbor/ui';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../shared/i18n';

interface PassphraseFieldProps extends FieldTexts {
  /** A new passphrase, or the one of an account that is there already. */
  autoComplete: 'new-password' | 'current-password';
}

/**
 * Asks for a passphrase. It can be pasted, is never filled in by the page, and with a script it can be shown while
 * one types; it is hidden again before it is sent, so that the browser does not keep it as plain text.
 */
export function PassphraseField({ autoComplete, ...texts }: PassphraseFieldProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [scripted, setScripted] = useState(false);
  const [shown, setShown] = useState(false);
  const [said, setSaid] = useState('');

  useEffect(() => {
    setScripted(true);
    const form = input.current?.form;
    const hide = () => {
      if (input.current) input.current.type = 'password';
      setShown(false);
    };
    form?.addEventListener('submit', hide, { capture: true });
    return () => form?.removeEventListener('submit', hide, { capture: true });
  }, []);

  function toggle() {
    setShown(!shown);
    setSaid(shown ? t('identity:passphrase.hidden') : t('identity:passphrase.shown'));
  }

  return (
    <Field {...texts} id="passphrase">
      {(control) => (
        <div className="identity-passphrase">
          <input
            {...control}
            ref={input}
            className="z-input"
            type={shown ? 'text' : 'password'}
            name="passphrase"
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            dir="auto"
            required
          />
          {scripted && (
            <Button
              type="button"
              variant="secondary"
              icon={shown ? <EyeOff className="z-icon" /> : <Eye className="z-icon" />}
              aria-controls="passphrase"
              aria-label={shown ? t('identity:passphrase.hideLabel') : t('identity:passphrase.showLabel')}
              onClick={toggle}
            >
              {shown ? t('identity:passphrase.hide') : t('identity:passphrase.show')}
            </Button>
          )}
          <span className="z-hidden" aria-live="polite">
            {said}
          </span>
        </div>
      )}
    </Field>
  );
}
