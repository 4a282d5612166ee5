import { Select, TextArea, TextInput } from '@zbor/ui';
import type { FormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { languageOptions } from '../../../shared/language-names';
import { useTown } from '../../../shared/page-data';
import { bodyLimit, titleLimit } from '../limits';

/** The words for the fields of an idea, by their names. */
export function useIdeaLabels() {
  const t = useT();
  return {
    title: t('ideas:form.title'),
    body: t('ideas:form.body'),
    category: t('ideas:form.category'),
    tags: t('ideas:form.tags'),
    language: t('ideas:form.language'),
  };
}

type Field = keyof ReturnType<typeof useIdeaLabels>;

interface IdeaFieldsProps {
  form: FormState;
  /** What stands in the fields before anybody types. */
  before?: Partial<Record<Field, string>>;
  /** The language is known already and only corrected here. */
  languageKnown?: boolean;
}

/** What one writes of an idea. */
export function IdeaFields({ form: { error, value }, before = {}, languageKnown }: IdeaFieldsProps) {
  const t = useT();
  const town = useTown();
  const labels = useIdeaLabels();
  const field = (name: Field) => ({
    name,
    label: labels[name],
    error: error(name),
    defaultValue: value(name, before[name]),
  });
  const recognise = { value: '', label: t('ideas:form.recognise') };
  return (
    <>
      <TextInput {...field('title')} hint={t('ideas:form.titleHint')} required maxLength={titleLimit * 2} />
      <TextArea
        {...field('body')}
        hint={t('ideas:form.bodyHint')}
        rows={9}
        required
        limit={bodyLimit}
        limitHint={t('form.charactersLimit', { count: bodyLimit })}
        remaining={(left) =>
          left < 0 ? t('form.charactersOver', { count: -left }) : t('form.charactersLeft', { count: left })
        }
      />
      <p className="ideas-small">{t('ideas:form.bodyFormat')}</p>
      <Select
        {...field('category')}
        options={[
          { value: '', label: t('ideas:form.noCategory') },
          ...town.categories.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <TextInput {...field('tags')} hint={t('ideas:form.tagsHint')} optional={t('optional')} />
      <Select
        {...field('language')}
        options={languageKnown ? languageOptions : [recognise, ...languageOptions]}
      />
    </>
  );
}
