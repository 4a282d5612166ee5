import type { Comment, Liking, Thread } from '@zbor/contracts';
import { createContext, useContext } from 'react';
import type { Subject } from '../thread-source';

/** What each comment of a discussion needs to know of the whole. */
export interface DiscussionState {
  subject: Subject;
  can: Thread['can'];
  /** One conversation alone is shown, from the comment on that one came for. */
  focused: boolean;
  /** Ids of comments that came while one was reading. */
  fresh: readonly string[];
  /** The comment whose answer is being written. */
  answering: string | null;
  /** What is being fetched: the id of a conversation, or `page`. */
  loading: string | null;
  answer(id: string | null): void;
  /** Leads back from an answer that is not written after all. */
  giveUp(): void;
  written(comment: Comment): void;
  /** Shows what this reader wrote without learning that it arrived. */
  catchUp(): Promise<void>;
  liked(id: string, answer: Liking): void;
  moreReplies(rootId: string, after: string): Promise<void>;
}

export const DiscussionContext = createContext<DiscussionState | null>(null);

export function useDiscussion(): DiscussionState {
  const discussion = useContext(DiscussionContext);
  if (!discussion) throw new Error('A comment stands in a discussion.');
  return discussion;
}
