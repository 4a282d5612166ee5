import type { Viewer } from '../viewer';
import { mayModerate } from '../viewer';

export type CommentState = 'visible' | 'hidden' | 'deleted';

export interface CommentFacts {
  authorId: string | null;
  state: CommentState;
}

export interface CommentAbilities {
  /** See its text. Of a hidden one only its author, who must know what the reason speaks of, and moderators. */
  readText: boolean;
  edit: boolean;
  delete: boolean;
  like: boolean;
  answer: boolean;
  report: boolean;
  moderate: boolean;
}

/** What this viewer may do with this comment; `open` says whether the subject still takes comments from them. */
export function commentAbilities(viewer: Viewer, comment: CommentFacts, open: boolean): CommentAbilities {
  const own = viewer !== null && viewer.id === comment.authorId;
  const visible = comment.state === 'visible';
  return {
    readText: visible || (comment.state === 'hidden' && (own || mayModerate(viewer))),
    edit: own && visible && open,
    delete: own && comment.state !== 'deleted',
    like: viewer !== null && visible && open,
    answer: visible && open,
    report: visible && !own,
    moderate: mayModerate(viewer) && comment.state !== 'deleted',
  };
}
