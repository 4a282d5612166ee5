import type { Comment, Liking, SupportCount, Thread as ThreadView } from '@zbor/contracts';
import {
  BenchIllustration,
  Button,
  EmptyState,
  Flag,
  MessageSquareReply,
  Notice,
  PencilLine,
  Section,
  ShieldCheck,
  SortLinks,
  Thread,
  ThumbsUp,
  Trash2,
} from '@zbor/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { search, to } from '../../../shared/addresses';
import { GlyphSheet } from '../../../shared/glyphs';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import type { Refusal } from '../../../shared/problem';
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
  /** The subject's support changed. */
  onSupports?: (count: SupportCount) => void;
  /** One was away: what is told of the subject may have been missed. */
  onMissed?: () => void;
  /** What the page's form was refused, where no script sent it. */
  refusal?: Refusal;
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
export function Discussion(props: DiscussionProps) {
  const { subject, thread, reading } = props;
  const t = useT();
  const { slug: town } = useTown();
  const [state, update] = useThread(props);
  const [answering, setAnswering] = useState<string | null>(null);
  const [loading, setLoading] = useState<string | null>(null);
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (focusOn === null) return;
    document.getElementById(`c-${focusOn}`)?.focus({ preventScroll: false });
    setFocusOn(null);
  }, [focusOn]);

  /** Fetches more, and leads to the first of what came. */
  const load = useCallback(async (what: string, fetchMore: () => Promise<string | undefined>) => {
    setLoading(what);
    setFailed(false);
    try {
      setFocusOn((await fetchMore()) ?? null);
    } catch {
      setFailed(true);
    } finally {
      setLoading(null);
    }
  }, []);

  const context = useMemo(
    () => ({
      subject,
      can: thread.can,
      focused: state.focused,
      fresh: state.fresh,
      answering,
      loading,
      answer: setAnswering,
      giveUp() {
        setAnswering(null);
        setFocusOn(answering);
      },
      written(comment: Comment) {
        update((before) => addOwn(before, comment));
        setAnswering(null);
        setFocusOn(comment.id);
      },
      async catchUp() {
        const { items } = await threadSource.changes(town, subject, thread.seq).catch(() => ({ items: [] }));
        update((before) => items.filter(({ mine }) => mine).reduce(addOwn, before));
      },
      liked: (id: string, answer: Liking) => update((before) => setLikes(before, id, answer)),
      moreReplies: (rootId: string, after: string) =>
        load(rootId, async () => {
          const page = await threadSource.replies(town, rootId, after);
          update((before) => addReplies(before, rootId, page));
          return page.items[0]?.id;
        }),
    }),
    [subject, thread.can, thread.seq, state.focused, state.fresh, answering, loading, load, town, update],
  );

  const { next, waiting } = state;
  const morePage = (after: string) =>
    load('page', async () => {
      const page = await threadSource.page(town, subject, reading.sort, after);
      update((before) => addPage(before, page));
      return page.items[0]?.root.id;
    });
  const show = () => {
    const first = waiting[0]?.id;
    update(showWaiting);
    setFocusOn(first ?? null);
  };

  return (
    <DiscussionContext value={context}>
      <Section id="comments" title={t('comments:title', { count: state.total })}>
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
          <WriteFirst {...props} />
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
        {failed && <Notice tone="warning">{t('problems:unavailable')}</Notice>}
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
                if (loading === null) morePage(next);
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

/** The way to say something: the form, or what one needs for it. A text that was refused keeps its form. */
function WriteFirst({ thread, subject, requestKey, refusal }: DiscussionProps) {
  const t = useT();
  const { slug: town } = useTown();
  const { account } = usePage();
  if (thread.can.comment || refusal) return <CommentForm requestKey={requestKey} refusal={refusal} />;
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
