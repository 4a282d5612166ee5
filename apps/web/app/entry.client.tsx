import type { Locale } from '@zbor/contracts';
import { localeNames } from '@zbor/i18n';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { SentencesContext, sentencesIn } from './shared/i18n';
import { distrustText } from './shared/trusted.client';

distrustText();

const { lang } = document.documentElement;
const sentences = await sentencesIn(lang in localeNames ? (lang as Locale) : 'en');

startTransition(() => {
  hydrateRoot(
    document,
    <SentencesContext value={sentences}>
      <HydratedRouter />
    </SentencesContext>,
  );
});
