import type { Comment, Conversation } from '@zbor/contracts';
import { Button, CornerDownRight, CornerLeftUp } from '@zbor/ui';
import { Fragment } from 'react';
import { search } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';
import { CommentView } from './comment';
import { useDiscussion } from './discussion-context';

/** A first comment and what was answered, each answer below what it answers. */
export function ConversationView({ conversation: { root, replies, next } }: { conversation: Conversation }) {
  const below = childrenOf(root, replies);
  const more = next && <MoreReplies root={root} shown={replies} next={next} />;
  return <Branch comment={root} below={below} end={more} />;
}

function Branch({
  comment,
  below,
  end,
}: {
  comment: Comment;
  below: Map<string, Comment[]>;
  end?: React.ReactNode;
}) {
  const answers = below.get(comment.id) ?? [];
  return (
    <CommentView
      comment={comment}
      replies={
        answers.length > 0 || end ? (
          <>
            {answers.map((answer) => (
              <Fragment key={answer.id}>
                {answer.parentId !== null && answer.parentId !== comment.id && <Above id={answer.parentId} />}
                <Branch comment={answer} below={below} />
              </Fragment>
            ))}
            {end && <li>{end}</li>}
          </>
        ) : undefined
      }
    />
  );
}

/** The way to what the next comment answers, where that is not on this page. */
function Above({ id }: { id: string }) {
  const t = useT();
  const { subject } = useDiscussion();
  return (
    <li>
      <Button
        variant="quiet"
        size="small"
        icon={<CornerLeftUp className="z-points" />}
        href={`${subject.page}${search({ focus: id })}#c-${id}`}
      >
        {t('comments:above')}
      </Button>
    </li>
  );
}

/** The way to further answers: without scripts a page of this conversation, from the last answer on. */
function MoreReplies({ root, shown, next }: { root: Comment; shown: Comment[]; next: string }) {
  const t = useT();
  const { subject, focused, loading, moreReplies } = useDiscussion();
  const last = shown.at(-1) ?? root;
  // Where one began to read in the middle, some of those that are not shown stand above.
  const words = focused
    ? t('comments:moreRepliesBelow')
    : t('comments:moreReplies', { count: Math.max(1, root.replies - shown.length) });
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<CornerDownRight className="z-points" />}
      href={`${subject.page}${search({ focus: last.id })}#c-${last.id}`}
      onClick={(event: React.MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        if (loading === null) moreReplies(root.id, next);
      }}
    >
      {loading === root.id ? t('comments:loading') : words}
    </Button>
  );
}

/** Answers by what they answer; one whose parent is not on this page stands below the first comment. */
function childrenOf(root: Comment, replies: Comment[]): Map<string, Comment[]> {
  const present = new Set([root.id, ...replies.map(({ id }) => id)]);
  const below = new Map<string, Comment[]>();
  for (const reply of replies) {
    const parent = reply.parentId && present.has(reply.parentId) ? reply.parentId : root.id;
    below.set(parent, [...(below.get(parent) ?? []), reply]);
  }
  return below;
}
