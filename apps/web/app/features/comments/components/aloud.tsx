import { Narrow, PageHead, UserText } from '@zbor/ui';
import { Form } from 'react-router';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { SubmitButton } from '../../../shared/submit-button';

/** A comment as it will be sent, to be read out by two before it is. */
export function Aloud({ values }: { values: Record<string, string> }) {
  const t = useT();
  const { body = '', parentId = '', requestKey = '' } = values;
  const title = t('assisted.readBack');
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} />
      <div className="shell-aloud">
        <UserText>{body}</UserText>
      </div>
      <Form method="post">
        {Object.entries({ body, parentId, requestKey }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="comments-form__acts">
          <SubmitButton name="step" value="send">
            {t('comments:form.send')}
          </SubmitButton>
          <SubmitButton name="step" value="change" variant="quiet">
            {t('ideas:new.change')}
          </SubmitButton>
        </div>
      </Form>
    </Narrow>
  );
}
