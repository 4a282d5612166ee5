import ar from '../../../../libs/i18n/messages/ar/voting.json';
import de from '../../../../libs/i18n/messages/de/voting.json';
import en from '../../../../libs/i18n/messages/en/voting.json';
import sl from '../../../../libs/i18n/messages/sl/voting.json';
import uk from '../../../../libs/i18n/messages/uk/voting.json';

type Tree = { readonly [name: string]: string | Tree };

const catalogues: Record<string, ReadonlyMap<string, string>> = Object.fromEntries(
  Object.entries({ en, sl, de, uk, ar }).map(([locale, tree]) => [locale, new Map(flat(tree, ''))]),
);

function flat(tree: Tree, before: string): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[before + name, value]] : flat(value, `${before}${name}.`),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;

/** Every sentence that there is, without the ending of a plural. */
export const keys: ReadonlySet<string> = new Set(
  [...(catalogues.en?.keys() ?? [])].map((key) => key.replace(plural, '')),
);

/** What is wrong with a sentence that these values are put into, in all five languages. */
export function faultsOf(key: string, values: readonly string[]): string[] {
  return Object.entries(catalogues).flatMap(([locale, texts]) => {
    const forms = values.includes('count')
      ? new Intl.PluralRules(locale).resolvedOptions().pluralCategories.map((form) => `${key}_${form}`)
      : [key];
    return forms.flatMap((form) => {
      const text = texts.get(form);
      if (text === undefined) return [`${locale} lacks ${form}`];
      const shown = [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name);
      const unknown = shown.filter((name) => !values.includes(name)).map((name) => `is given no ${name}`);
      const untold = values
        .filter((name) => !shown.includes(name) && !(name === 'count' && saysNumber(locale, form)))
        .map((name) => `does not say ${name}`);
      return [...unknown, ...untold].map((fault) => `${locale} ${form} ${fault}`);
    });
  });
}

/** Whether a form is for one number only and may say it in a word: in Slovene and Ukrainian, `one` is also for 101. */
function saysNumber(locale: string, form: string): boolean {
  return /_(zero|one|two)$/.test(form) && locale !== 'sl' && locale !== 'uk';
}
