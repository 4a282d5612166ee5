import type { IdeaState } from '@zbor/contracts';
import { mayModerate, type Viewer } from '../viewer';

/** What a decision about an idea needs to know. */
export interface IdeaFacts {
  /** Null when it was imported, or its author left. */
  authorId: string | null;
  state: IdeaState;
  hidden: boolean;
}

export interface IdeaAbilities {
  read: boolean;
  edit: boolean;
  publish: boolean;
  withdraw: boolean;
  support: boolean;
  comment: boolean;
  report: boolean;
  moderate: boolean;
}

/**
 * What this viewer may do with this idea now. A draft exists for its author alone; a hidden idea is read by its
 * author, who must see why, and by moderators; a withdrawn one stays readable and does not move any more.
 */
export function ideaAbilities(viewer: Viewer, idea: IdeaFacts): IdeaAbilities {
  const own = viewer !== null && viewer.id === idea.authorId;
  const open = idea.state === 'published' && !idea.hidden;
  const moderate = mayModerate(viewer) && idea.state !== 'draft';
  return {
    read: idea.state === 'draft' ? own : !idea.hidden || own || moderate,
    edit: own && idea.state !== 'withdrawn',
    publish: own && idea.state === 'draft',
    withdraw: own && idea.state !== 'withdrawn',
    support: viewer !== null && open,
    comment: viewer !== null && open,
    report: open && !own,
    moderate,
  };
}
