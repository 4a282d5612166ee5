import { admits, type Role } from '@zbor/contracts';

/** The one who asks, in one municipality; null for a visitor. */
export type Viewer = { id: string; role: Role } | null;

export const mayModerate = (viewer: Viewer): boolean =>
  viewer !== null && admits.moderator.includes(viewer.role);

/** Helps others to take part: gives out codes, sits beside them. */
export const mayHelp = (viewer: Viewer): boolean =>
  viewer !== null && admits.facilitator.includes(viewer.role);

export const mayAdminister = (viewer: Viewer): boolean => viewer?.role === 'admin';
