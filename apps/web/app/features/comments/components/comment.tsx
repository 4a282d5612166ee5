import type { Comment } from '@zbor/contracts';
import { Badge, Button, CommentFrame, Link, Prose } from '@zbor/ui';
import { search, to } from '../../../shared/addresses';
import { AuthorAvatar, AuthorName } from '../../../shared/author';
import { LanguageName, When } from '../../../shared/formats';
import { Glyph } from '../../../shared/glyphs';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { CommentForm } from './comment-form';
import { useDiscussion } from './discussion-context';
import { LikeButton } from './like-button';

/** One comment with what can be done about it, and its answers. */
export function CommentView({ comment, replies }: { comment: Comment; replies?: React.ReactNode }) {
  const t = useT();
  const { fresh, answering } = useDiscussion();
  const { state, author } = comment;
  const readable = comment.html !== '';
  const name = author?.name ?? t('somebodyWhoLeft');
  return (
    <CommentFrame
      id={`c-${comment.id}`}
      label={state === 'deleted' ? t('comments:deletedLabel') : t('comments:by', { name })}
      avatar={readable && <AuthorAvatar author={author} />}
      head={readable && <CommentHead comment={comment} />}
      tombstone={!readable}
      official={
        readable && author?.role !== null && author?.role !== undefined && author.role !== 'participant'
      }
      fresh={fresh.includes(comment.id)}
      actions={state !== 'deleted' && <Acts comment={comment} />}
      replies={
        answering === comment.id ? (
          <>
            <li>
              <CommentForm parent={comment} />
            </li>
            {replies}
          </>
        ) : (
          replies
        )
      }
    >
      {state === 'deleted' && <p>{t('comments:deleted')}</p>}
      {state === 'hidden' && <WhyHidden comment={comment} />}
      {readable && (
        <Prose size="normal" html={comment.html} lang={comment.language} dir={comment.direction} />
      )}
    </CommentFrame>
  );
}

function CommentHead({ comment }: { comment: Comment }) {
  const t = useT();
  const { slug: town } = useTown();
  const { locale } = usePage();
  const { subject } = useDiscussion();
  return (
    <>
      <span>
        <AuthorName author={comment.author} />
      </span>
      <Link
        className="comments-when"
        href={`${subject.page}${search({ focus: comment.id })}#c-${comment.id}`}
      >
        <When at={comment.createdAt} />
      </Link>
      {comment.editedAt && (
        <Link
          className="comments-when"
          href={to.comment(town, comment.id, 'versions', `${subject.type}:${subject.id}`)}
        >
          {t('comments:edited')}
        </Link>
      )}
      {comment.language !== locale && (
        <Badge>
          <LanguageName code={comment.language} />
        </Badge>
      )}
    </>
  );
}

/** Why a comment is hidden: for its author and the moderators with the reason, for all others the bare fact. */
function WhyHidden({ comment: { hidden, mine } }: { comment: Comment }) {
  const t = useT();
  if (!hidden) return <p>{t('comments:hidden')}</p>;
  return (
    <div className="comments-why">
      <p>
        <strong>{mine ? t('comments:hiddenYours') : t('comments:hidden')}</strong>{' '}
        {t(`reason.${hidden.reason}`)}.
      </p>
      {hidden.note && (
        <p>
          <bdi>{hidden.note}</bdi>
        </p>
      )}
    </div>
  );
}

function Acts({ comment }: { comment: Comment }) {
  const t = useT();
  const { slug: town } = useTown();
  const { can, subject, answer, answering } = useDiscussion();
  const { id, state, mine } = comment;
  const on = `${subject.type}:${subject.id}`;
  const small = { variant: 'quiet', size: 'small' } as const;
  const visible = state === 'visible';
  return (
    <>
      {visible && <LikeButton comment={comment} />}
      {visible && can.comment && (
        <Button
          {...small}
          icon={<Glyph of="comments-answer" points />}
          href={to.writeComment(town, subject.type, subject.id, id)}
          onClick={(event: React.MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            answer(answering === id ? null : id);
          }}
        >
          {t('comments:answer')}
        </Button>
      )}
      {comment.can.edit && (
        <Button {...small} icon={<Glyph of="comments-edit" />} href={to.comment(town, id, 'edit', on)}>
          {t('comments:edit.link')}
        </Button>
      )}
      {comment.can.delete && (
        <Button {...small} icon={<Glyph of="comments-delete" />} href={to.comment(town, id, 'delete', on)}>
          {t('comments:delete.link')}
        </Button>
      )}
      {visible && !mine && (
        <Button
          {...small}
          icon={<Glyph of="comments-report" />}
          href={to.report(town, 'comment', id, `${subject.page}${search({ focus: id })}#c-${id}`)}
        >
          {t('comments:report')}
        </Button>
      )}
      {can.moderate && (
        <Button {...small} icon={<Glyph of="comments-moderate" />} href={to.moderate(town, 'comment', id)}>
          {visible ? t('comments:hide') : t('comments:restore')}
        </Button>
      )}
    </>
  );
}
