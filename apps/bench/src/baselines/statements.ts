/** The statements that the portal sends for each of these acts, in their order. */
export interface Statements {
  list: string[];
  idea: string[];
  support: string[];
  comment: string[];
}

/** What a baseline needs to know to do the same as the portal. */
export interface Setting {
  databaseUrl: string;
  pool: number;
  townId: string;
  statements: Statements;
}

/** Where a baseline finds its setting, as JSON. */
export const settingVariable = 'ZBOR_BENCH_SETTING';
