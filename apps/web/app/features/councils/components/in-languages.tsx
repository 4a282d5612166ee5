import type { Locale, Translated } from '@zbor/contracts';
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

/**
 * The text in every language out of a sent form, whose fields are named `about-en`, `about-sl` … One that is missing
 * stays missing, so that the API refuses it: only an empty field empties a text.
 */
export function translatedIn(form: Record<string, string>, field: string): Translated {
  return Object.fromEntries(all.map((code) => [code, form[`${field}-${code}`]])) as Translated;
}
