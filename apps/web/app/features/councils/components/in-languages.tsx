import type { Locale } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import type { ReactNode } from 'react';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';

const all = Object.keys(localeNames) as Locale[];

interface InLanguagesProps {
  /** One field of the text in a language. */
  children: (code: Locale) => ReactNode;
}

/** The same field in each language: those that the town offers first, the others behind a fold. */
export function InLanguages({ children }: InLanguagesProps) {
  const t = useT();
  const { languages } = useTown();
  const others = all.filter((code) => !languages.includes(code));
  return (
    <>
      {languages.map(children)}
      {others.length > 0 && (
        <details className="councils-more">
          <summary>{t('councils:admin.otherLanguages')}</summary>
          <div className="councils-form">{others.map(children)}</div>
        </details>
      )}
    </>
  );
}
