import type { Locale } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import { CheckboxGroup, Select } from '@zbor/ui';
import { useT } from '../../../shared/i18n';

const all = Object.keys(localeNames) as Locale[];

interface LanguageChoiceProps {
  /** The languages as they are; the first one is the default. */
  languages: readonly Locale[];
  /** What was chosen before, by the names of the fields. */
  typed?: Record<string, string>;
  error?: string;
}

/** The languages that a portal offers, and which one is for everybody else. */
export function LanguageChoice({ languages, typed, error }: LanguageChoiceProps) {
  const t = useT();
  const chosen = typed ? chosenLanguages(typed) : languages;
  return (
    <>
      <CheckboxGroup
        id="languages"
        legend={t('identity:admin.languages')}
        hint={t('identity:admin.languagesHint')}
        error={error}
        options={all.map((code) => ({
          name: `language-${code}`,
          label: localeNames[code],
          lang: code,
          defaultChecked: chosen.includes(code),
        }))}
      />
      <Select
        name="defaultLanguage"
        label={t('identity:admin.defaultLanguage')}
        defaultValue={chosen[0]}
        options={all.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
      />
    </>
  );
}

/** The languages of a sent form, the default one first. */
export function chosenLanguages(form: Record<string, string>): Locale[] {
  const ticked = all.filter((code) => `language-${code}` in form);
  const first = all.find((code) => code === form.defaultLanguage);
  return first ? [first, ...ticked.filter((code) => code !== first)] : ticked;
}
