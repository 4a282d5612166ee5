import { type IdeaSort } from '@zbor/contracts';
import { Button, FilterBar, Search, Select, SortLinks, Tag, TextInput } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';
import { languageNames, languageOptions } from '../../../shared/language-names';
import { useTown } from '../../../shared/page-data';

export interface Filters {
  q?: string;
  category?: string;
  tag?: string;
  language?: string;
}

const sorts: readonly IdeaSort[] = ['best', 'newest', 'rising', 'supported', 'discussed'];

/** Searching, filtering and sorting the list: one form and links, the address says it all. */
export function IdeaFilters({ filters, sort }: { filters: Filters; sort: IdeaSort }) {
  const t = useT();
  const town = useTown();
  const { q, category, tag, language } = filters;
  const on = [category, tag, language].filter(Boolean).length;
  const any = { value: '', label: t('ideas:filter.any') };
  const without = (name: keyof Filters) => to.ideas(town.slug, { ...filters, [name]: undefined, sort });
  const taken = [
    category && {
      key: 'category',
      words: town.categories.find(({ key }) => key === category)?.name ?? category,
    },
    language && {
      key: 'language',
      words: languageNames[language as keyof typeof languageNames] ?? language,
      lang: language,
    },
    tag && { key: 'tag', words: `#${tag}` },
    q && { key: 'q', words: t('ideas:filter.quoted', { q }) },
  ].filter((one): one is { key: keyof Filters; words: string; lang?: string } => Boolean(one));
  return (
    <div className="ideas-find">
      <Form
        method="get"
        action={to.ideas(town.slug)}
        role="search"
        key={JSON.stringify(filters)}
        className="ideas-find__form"
      >
        <div className="ideas-find__search">
          <TextInput
            name="q"
            type="search"
            label={t('ideas:filter.search')}
            defaultValue={q}
            maxLength={200}
            enterKeyHint="search"
          />
          <Button type="submit" icon={<Search />}>
            {t('ideas:filter.find')}
          </Button>
        </div>
        <FilterBar
          label={t('ideas:filter.title')}
          active={on ? t('ideas:filter.on', { count: on }) : undefined}
        >
          <div className="ideas-find__fields">
            <Select
              name="category"
              label={t('ideas:filter.category')}
              defaultValue={category ?? ''}
              options={[any, ...town.categories.map(({ key, name }) => ({ value: key, label: name }))]}
            />
            <Select
              name="language"
              label={t('ideas:filter.language')}
              defaultValue={language ?? ''}
              options={[any, ...languageOptions]}
            />
            <TextInput name="tag" label={t('ideas:filter.tag')} defaultValue={tag} maxLength={40} />
            <Button type="submit" variant="secondary">
              {t('ideas:filter.apply')}
            </Button>
          </div>
          {sort !== 'newest' && sort !== 'best' && <input type="hidden" name="sort" value={sort} />}
        </FilterBar>
      </Form>
      {taken.length > 0 && (
        <ul className="ideas-find__taken" aria-label={t('ideas:filter.taken')}>
          {taken.map(({ key, words, lang }) => (
            <li key={key}>
              <Tag href={without(key)} removeLabel={t('ideas:filter.remove')} lang={lang}>
                {words}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <SortLinks
        label={t('ideas:sort.label')}
        items={sorts
          .filter((name) => name !== 'best' || q)
          .map((name) => ({
            href: to.ideas(town.slug, { ...filters, sort: name }),
            label: t(`ideas:sort.${name}`),
            current: name === sort,
          }))}
      />
    </div>
  );
}
