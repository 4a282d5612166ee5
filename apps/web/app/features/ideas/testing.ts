import { type Comment, type Idea, type IdeaCard, ideas, type Thread } from '@zbor/contracts';
import { type Answers, answer, siteOf, visitor } from '../../testing/site';
import * as edit from './pages/edit';
import * as ideaPage from './pages/idea';
import * as list from './pages/list';
import * as newIdea from './pages/new';

export const id = '0190a000-0000-7000-8000-0000000000aa';
export const requestKey = '0190a000-0000-4000-8000-0000000000cc';

export const card: IdeaCard = {
  id,
  slug: 'مقعد-ومصباح',
  title: 'مقعد ومصباح',
  excerpt: 'نريد مقعدًا ومصباحًا',
  language: 'ar',
  direction: 'rtl',
  state: 'published',
  category: null,
  tags: ['ضوء'],
  author: { name: 'Blue Heron', role: 'participant' },
  publishedAt: '2026-01-01T12:00:00.000Z',
  supports: 1234,
  importedSupports: 0,
  comments: 2,
  hidden: false,
};
export const idea: Idea = {
  ...card,
  html: '<p>نريد مقعدًا ومصباحًا</p>',
  source: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  version: 1,
  mine: false,
  supported: false,
  supportSeq: 1,
  hiding: null,
  can: { edit: false, publish: false, withdraw: false, support: true, report: true, moderate: false },
};
export const mine: Idea = {
  ...idea,
  mine: true,
  source: 'نريد مقعدًا ومصباحًا',
  can: { ...idea.can, edit: true, withdraw: true, report: false },
};
export const thread: Thread = {
  seq: 0,
  total: 0,
  items: [],
  next: null,
  can: { comment: true, like: true, moderate: false },
};
export const comment: Comment = {
  id: '0190a000-0000-7000-8000-0000000000bb',
  parentId: null,
  rootId: '0190a000-0000-7000-8000-0000000000bb',
  depth: 0,
  seq: 1,
  state: 'visible',
  author: { name: 'Grey Heron', role: 'participant' },
  language: 'en',
  direction: 'ltr',
  html: '<p>Yes.</p>',
  createdAt: '2026-01-01T12:00:00.000Z',
  editedAt: null,
  likes: 0,
  likeSeq: 0,
  replies: 0,
  mine: false,
  liked: false,
  source: null,
  hidden: null,
  can: { edit: false, delete: false },
};
export const me = visitor('participant');
export const address = `/graz/ideas/${id}/${encodeURIComponent(card.slug)}`;
export const read = (view: Idea = idea) => answer(ideas.read, { idea: view, thread });

export const sites = {
  list: (...answers: Answers) => siteOf({ '/:town/ideas': list }, answers),
  idea: (...answers: Answers) => siteOf({ '/:town/ideas/:id/:slug?': ideaPage }, answers),
  new: (...answers: Answers) => siteOf({ '/:town/ideas/new': newIdea }, answers),
  edit: (...answers: Answers) => siteOf({ '/:town/ideas/:id/edit': edit }, answers),
};
