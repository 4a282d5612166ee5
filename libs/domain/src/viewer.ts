import type { Role } from '@zbor/contracts';

/** The one who asks, in one municipality; null for a visitor. */
export type Viewer = { id: string; role: Role } | null;

export const mayModerate = (viewer: Viewer): boolean =>
  viewer !== null && (viewer.role === 'council' || viewer.role === 'staff' || viewer.role === 'admin');

export const mayAdminister = (viewer: Viewer): boolean => viewer?.role === 'admin';
