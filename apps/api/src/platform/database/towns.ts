import { AsyncLocalStorage } from 'node:async_hooks';

const NONE = '';
const ALL = 'all';

/** What the work at hand may see, by its chain of calls. */
const views = new AsyncLocalStorage<{ town: string }>();

/**
 * Does something that may see the rows of one municipality at most: none until `enterTown` names it. PostgreSQL itself
 * hides all others (row-level security, migration `walls`), so a query that forgets to ask for the town finds nothing.
 */
export function withinOneTown<T>(work: () => T): T {
  return views.run({ town: NONE }, work);
}

/** Does something that is for all municipalities: jobs, and what the operator asks for. */
export function acrossTowns<T>(work: () => T): T {
  return views.run({ town: ALL }, work);
}

/** From here on, the work at hand sees this municipality; null: all of them, which is for the operator alone. */
export function enterTown(id: string | null): void {
  const view = views.getStore();
  if (view) view.town = id ?? ALL;
}

/** As the setting `zbor.town` tells it to PostgreSQL: an id, `all` or nothing. Whoever has not said sees nothing. */
export const townInView = (): string => views.getStore()?.town ?? NONE;
