import type { Step } from '@zbor/contracts';
import { Link, Section, Stack } from '@zbor/ui';
import { to } from '../../../../shared/addresses';
import { useT } from '../../../../shared/i18n';
import { useTown } from '../../../../shared/page-data';

/** Everything with which this account is entered, and the way to change each. */
export function WaysIn({ step, passphrase }: { step: Step; passphrase: boolean }) {
  const t = useT();
  const { slug } = useTown();
  const passkeys = step.factors.includes('passkey');
  const codes = step.factors.includes('totp');
  return (
    <Section title={t('factors:ways.title')} id="ways">
      <Stack gap="s">
        <dl className="factors-ways">
          {passphrase && (
            <>
              <dt>{t('factors:ways.passphrase')}</dt>
              <dd>
                {t('factors:ways.hasPassphrase')}{' '}
                <Link href={to.passphrase(slug)}>{t('factors:ways.changeCode')}</Link>
              </dd>
            </>
          )}
          <dt>{t('factors:ways.code')}</dt>
          <dd>
            {codes ? t('factors:ways.codeOn') : t('factors:ways.codeOff')}{' '}
            <Link href={to.totp(slug)}>
              {codes ? t('factors:ways.changeCode') : t('factors:ways.switchOn')}
            </Link>
          </dd>
          <dt>{t('factors:ways.phrase')}</dt>
          <dd>
            {t('factors:ways.phraseFor')} <Link href={to.recovery(slug)}>{t('factors:ways.toPhrase')}</Link>
          </dd>
          <dt>{t('factors:ways.passkey')}</dt>
          <dd>
            {passkeys ? t('factors:ways.passkeyOn') : t('factors:ways.codeOff')}{' '}
            <Link href={to.passkeys(slug)}>
              {passkeys ? t('factors:ways.changeCode') : t('factors:ways.switchOn')}
            </Link>
          </dd>
        </dl>
      </Stack>
    </Section>
  );
}
