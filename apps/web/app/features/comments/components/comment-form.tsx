import type { Comment } from '@zbor/contracts';
import { Button, TextArea } from '@zbor/ui';
import { useEffect, useRef, useState } from 'react';
import { Form, useFetcher } from 'react-router';
import { to } from '../../../shared/addresses';
import { InlineMark, newRequestKey, useAnswer, useFormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { isFor, isRefusal, type Refusal } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import { commentLimit } from '../limits';
import { useDiscussion } from './discussion-context';

interface CommentFormProps {
  /** What is answered; none for a first comment. */
  parent?: Comment;
  /** From the server for a form that comes with the page; one that is opened later makes its own. */
  requestKey?: string;
  /** What the page itself was refused, where no script sent the form. */
  refusal?: Refusal;
}

/** Writes a comment where one reads. What was typed stays until it has arrived. */
export function CommentForm({ parent, requestKey, refusal }: CommentFormProps) {
  const t = useT();
  const { subject, written, catchUp, giveUp } = useDiscussion();
  const { slug } = useTown();
  const { assisted } = usePage();
  const [key, setKey] = useState(requestKey ?? newRequestKey);
  const fetcher = useFetcher<{ answer: Comment } | Refusal>();
  const form = useRef<HTMLFormElement>(null);
  const { data } = fetcher;
  const id = parent ? `answer-${parent.id}` : 'body';
  const label = parent
    ? t('comments:form.answer', { name: parent.author?.name ?? t('somebodyWhoLeft') })
    : t('comments:form.label');
  const { summary, error, value } = useFormState(
    isRefusal(data) ? data : refusal,
    { body: label },
    { body: id },
  );

  useAnswer(data, (comment) => {
    form.current?.reset();
    setKey(newRequestKey());
    written(comment);
  });
  // What is sent after that is meant as another comment.
  const sentBefore = isRefusal(data) && isFor(data, 'sent_before');
  const onSentBefore = useRef(catchUp);
  onSentBefore.current = catchUp;
  useEffect(() => {
    if (!sentBefore) return;
    setKey(newRequestKey());
    onSentBefore.current();
  }, [sentBefore]);
  // By its id: the comment itself is another thing with each like.
  const answered = parent?.id;
  useEffect(() => {
    if (answered) form.current?.querySelector('textarea')?.focus();
  }, [answered]);

  // What two have written is read out before it is sent, on the page for writing.
  const Sent = assisted ? Form : fetcher.Form;
  const action = assisted ? to.writeComment(slug, subject.type, subject.id, parent?.id) : subject.page;
  return (
    <Sent ref={form} method="post" action={action} className="comments-form">
      {summary}
      {!assisted && <InlineMark />}
      <input type="hidden" name="act" value="comment" />
      <input type="hidden" name="requestKey" value={key} />
      {parent && <input type="hidden" name="parentId" value={parent.id} />}
      <TextArea
        id={id}
        name="body"
        label={label}
        hint={parent ? undefined : t('comments:form.hint')}
        error={error('body')}
        defaultValue={value('body')}
        rows={3}
        required
        limit={commentLimit}
        limitHint={t('form.charactersLimit', { count: commentLimit })}
        remaining={(left) =>
          left < 0 ? t('form.charactersOver', { count: -left }) : t('form.charactersLeft', { count: left })
        }
      />
      <div className="comments-form__acts">
        <SubmitButton pending={fetcher.state !== 'idle'}>
          {parent ? t('comments:form.sendAnswer') : t('comments:form.send')}
        </SubmitButton>
        {parent && (
          <Button type="button" variant="quiet" onClick={giveUp}>
            {t('comments:form.cancel')}
          </Button>
        )}
      </div>
    </Sent>
  );
}
