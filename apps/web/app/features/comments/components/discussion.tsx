import type { Comment, Thread as ThreadView } from '@zbor/contracts';
import { BenchIllustration, Button, EmptyState, Notice, Section, SortLinks, Thread } from '@zbor/ui';
import { Flag, MessageSquareReply, PencilLine, ShieldCheck, ThumbsUp, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { search, to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { GlyphSheet } from '../../../shared/glyphs';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { type Subject, threadSource } from '../thread-source';
import { addOwn, addPage, addReplies, setLikes, showWaiting } from '../thread-state';
import { type Reading, useThread } from '../use-thread';
import { CommentForm } from './comment-form';
import { ConversationView } from './conversation';
import { DiscussionContext } from './discussion-context';
import { NewComments } from './new-comments';
import '../comments.css';

export interface DiscussionProps {
  subject: Subject;
  thread: ThreadView;
  reading: Reading;
  requestKey: string;
  onSupports?: (supports: number) => void;
}

/** The icons of all comments. */
const icons = {
  like: ThumbsUp,
  answer: MessageSquareReply,
  edit: PencilLine,
  delete: Trash2,
  report: Flag,
  moderate: ShieldCheck,
};

/** What people say about something: read, answered and liked, and what is new as it comes. */
export function Discussion({ subject, thread, reading, requestKey, onSupports }: DiscussionProps) {
  const t = useT();
  const { slug: town } = useTown();
  const { number } = useFormats();
  const [state, update] = useThread({ subject, thread, reading, onSupports });
  const [answering, setAnswering] = useState<string | null>(null);
  const [loading, setLoading] = useState<string | null>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);

  useEffect(() => {
    if (focusOn === null) return;
    document.getElementById(`c-${focusOn}`)?.focus({ preventScroll: false });
    setFocusOn(null);
  }, [focusOn]);

  const context = useMemo(
    () => ({
      subject,
      can: thread.can,
      fresh: state.fresh,
      answering,
      loading,
      answer: setAnswering,
      written(comment: Comment) {
        update((before) => addOwn(before, comment));
        setAnswering(null);
        setFocusOn(comment.id);
      },
      liked: (id: string, likes: number, liked: boolean) =>
        update((before) => setLikes(before, id, likes, liked)),
      async moreReplies(rootId: string, after: string) {
        setLoading(rootId);
        try {
          const page = await threadSource.replies(town, rootId, after);
          update((before) => addReplies(before, rootId, page));
          setFocusOn(page.items[0]?.id ?? null);
        } finally {
          setLoading(null);
        }
      },
    }),
    [subject, thread.can, state.fresh, answering, loading, town, update],
  );

  const { next, waiting } = state;
  const morePage = async () => {
    if (!next) return;
    setLoading('page');
    try {
      const page = await threadSource.page(town, subject, reading.sort, next);
      update((before) => addPage(before, page));
      setFocusOn(page.items[0]?.root.id ?? null);
    } finally {
      setLoading(null);
    }
  };
  const show = () => {
    const first = waiting[0]?.id;
    update(showWaiting);
    setFocusOn(first ?? null);
  };

  return (
    <DiscussionContext value={context}>
      <Section id="comments" title={t('comments:title', { count: state.total, shown: number(state.total) })}>
        {reading.focus ? (
          <Notice
            announce={false}
            actions={
              <Button variant="secondary" size="small" href={`${subject.page}#comments`}>
                {t('comments:showAll')}
              </Button>
            }
          >
            <p>{t('comments:oneConversation')}</p>
          </Notice>
        ) : (
          <WriteFirst thread={thread} subject={subject} requestKey={requestKey} />
        )}
        {!reading.focus && state.total > 1 && <Sorts subject={subject} current={reading.sort} />}
        <GlyphSheet sheet="comments" icons={icons} />
        <div className="comments-list">
          <NewComments count={waiting.length} onShow={show} />
          {state.items.length > 0 && (
            <Thread label={t('comments:list')}>
              {state.items.map((conversation) => (
                <ConversationView key={conversation.root.id} conversation={conversation} />
              ))}
            </Thread>
          )}
          {state.items.length + waiting.length === 0 && <NothingYet />}
        </div>
        <div className="comments-on">
          {reading.after && (
            <Button variant="quiet" href={`${subject.page}${search({ sort: reading.sort })}#comments`}>
              {t('comments:fromStart')}
            </Button>
          )}
          {next && (
            <Button
              variant="secondary"
              href={`${subject.page}${search({ sort: reading.sort, after: next })}#comments`}
              onClick={(event: React.MouseEvent) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                if (loading === null) morePage();
              }}
            >
              {loading === 'page' ? t('comments:loading') : t('comments:more')}
            </Button>
          )}
        </div>
      </Section>
    </DiscussionContext>
  );
}

function NothingYet() {
  const t = useT();
  return (
    <EmptyState level={3} picture={<BenchIllustration />} title={t('comments:empty')}>
      <p>{t('comments:emptyHint')}</p>
    </EmptyState>
  );
}

/** The way to say something: the form, or what one needs for it. */
function WriteFirst({
  thread,
  subject,
  requestKey,
}: {
  thread: ThreadView;
  subject: Subject;
  requestKey: string;
}) {
  const t = useT();
  const { slug: town } = useTown();
  const { account } = usePage();
  if (thread.can.comment) return <CommentForm requestKey={requestKey} />;
  if (account) return <p className="comments-small">{t('comments:closed')}</p>;
  return (
    <p>
      <Button variant="secondary" href={to.signIn(town, `${subject.page}#comments`)}>
        {t('comments:signIn')}
      </Button>
    </p>
  );
}

const sorts = ['oldest', 'newest', 'liked'] as const;

function Sorts({ subject, current }: { subject: Subject; current: string }) {
  const t = useT();
  return (
    <SortLinks
      label={t('comments:sort.label')}
      items={sorts.map((sort) => ({
        href: `${subject.page}${search({ sort })}#comments`,
        label: t(`comments:sort.${sort}`),
        current: sort === current,
      }))}
    />
  );
}
