/** The statements that the portal sends for each of these acts, in their order. */
export interface Statements {
  list: [ideas: string];
  idea: [idea: string, thread: string];
  support: [session: string, support: string];
  comment: [session: string, facts: string, begin: string, insert: string, count: string, commit: string];
}

/** How many the baselines know; with more or fewer they would do something else than the portal. */
export const counts: Record<keyof Statements, number> = { list: 1, idea: 2, support: 2, comment: 6 };

/** What a baseline needs to know to do the same as the portal. */
export interface Setting {
  databaseUrl: string;
  pool: number;
  /** Whether it lets each connection plan a statement once, as the portal does. */
  prepared: boolean;
  townId: string;
  statements: Statements;
}

/** Where a baseline finds its setting, as JSON. */
export const settingVariable = 'ZBOR_BENCH_SETTING';
