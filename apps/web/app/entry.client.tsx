import type { Locale } from '@zbor/contracts';
import { loadMessages, localeNames, sentencesOf } from '@zbor/i18n';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { SentencesContext } from './shared/i18n';
import { PageContext, pageAt } from './shared/page-data';
import { distrustText } from './shared/trusted.client';

distrustText();

const { lang } = document.documentElement;
const locale = lang in localeNames ? (lang as Locale) : 'en';
const sentences = sentencesOf(locale, await loadMessages[locale]());
// As the server tells it; the light version has no scripts.
const page = pageAt(location, locale, false);

startTransition(() => {
  hydrateRoot(
    document,
    <SentencesContext value={sentences}>
      <PageContext value={page}>
        <HydratedRouter />
      </PageContext>
    </SentencesContext>,
  );
});
