import { Cluster, DefinitionList, Narrow, PageHead, Select, Tag, UserText } from '@zbor/ui';
import { Form } from 'react-router';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { languageOptions } from '../../../shared/language-names';
import { usePage, useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';
import { SubmitButton } from '../../../shared/submit-button';

/** What will be sent, to be looked at before it is. */
export function IdeaSummary({ values, requestKey }: { values: Record<string, string>; requestKey: string }) {
  const t = useT();
  const town = useTown();
  const { account, assisted } = usePage();
  const { title = '', body = '', category, tags = '', language, readBack } = values;
  const named = tags.split(/[,،;、]/).filter((tag) => tag.trim());
  const heading = assisted ? t('assisted.readBack') : t('ideas:new.summary');
  const size = assisted ? 'shell-aloud' : undefined;
  return (
    <Narrow>
      <Head title={heading} private />
      <PageHead
        title={heading}
        lead={<Sentence of="ideas:new.summaryLead" values={{ name: account?.displayName ?? '' }} />}
      />
      <Form method="post" className="ideas-form">
        {Object.entries({ title, body, category, tags, requestKey, readBack }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ''} />
        ))}
        <DefinitionList
          items={[
            {
              key: 'title',
              term: t('ideas:form.title'),
              value: (
                <div className={size}>
                  <UserText lang={language}>
                    <strong>{title}</strong>
                  </UserText>
                </div>
              ),
            },
            {
              key: 'body',
              term: t('ideas:form.body'),
              value: (
                <div className={size}>
                  <UserText lang={language}>{body}</UserText>
                </div>
              ),
            },
            {
              key: 'category',
              term: t('ideas:form.category'),
              value: town.categories.find(({ key }) => key === category)?.name ?? t('ideas:form.noCategory'),
            },
            {
              key: 'tags',
              term: t('ideas:form.tags'),
              value: named.length > 0 ? <Tags names={named} /> : t('ideas:form.noTags'),
            },
          ]}
        />
        <Select
          name="language"
          label={t('ideas:new.languageGuess')}
          hint={t('ideas:new.languageGuessHint')}
          defaultValue={language}
          options={languageOptions}
        />
        <div className="ideas-form__acts">
          <SubmitButton name="step" value="publish">
            {t('ideas:new.publish')}
          </SubmitButton>
          <SubmitButton name="step" value="draft" variant="secondary">
            {t('ideas:new.draft')}
          </SubmitButton>
          <SubmitButton name="step" value="change" variant="quiet">
            {t('ideas:new.change')}
          </SubmitButton>
        </div>
      </Form>
    </Narrow>
  );
}

function Tags({ names }: { names: string[] }) {
  return (
    <Cluster>
      {names.map((name) => (
        <Tag key={name}>{name.trim()}</Tag>
      ))}
    </Cluster>
  );
}
