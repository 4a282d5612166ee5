import { Cluster, Narrow, PageHead, UserText } from '@zbor/ui';
import { Form } from 'react-router';
import { Head } from './head';
import { useT } from './i18n';
import { SubmitButton } from './submit-button';

interface AloudProps {
  /** What others will read, part by part. */
  texts: readonly string[];
  lang?: string;
  /** What the form sends, with the mark that it was shown. */
  values: Record<string, string>;
  /** What the button says that sends it. */
  send: string;
}

/** A text as it will be sent, to be read out by two before it is: to be sent so, or changed (`step`). */
export function Aloud({ texts, lang, values, send }: AloudProps) {
  const t = useT();
  const title = t('assisted.readBack');
  const { step: _, ...kept } = values;
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} />
      <div className="shell-aloud">
        {[...new Set(texts.filter(Boolean))].map((text) => (
          <UserText key={text} lang={lang}>
            {text}
          </UserText>
        ))}
      </div>
      <Form method="post">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Cluster>
          <SubmitButton name="step" value="send">
            {send}
          </SubmitButton>
          <SubmitButton name="step" value="change" variant="quiet">
            {t('ideas:new.change')}
          </SubmitButton>
        </Cluster>
      </Form>
    </Narrow>
  );
}
