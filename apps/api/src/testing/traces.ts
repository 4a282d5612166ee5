import type { DataSource } from 'typeorm';

/**
 * Every column of every table, of every schema that is not PostgreSQL's own, in which one of these words stands,
 * however it is stored; as `table.column: word`. Capitals make no difference.
 */
export async function tracesOf(source: DataSource, words: readonly string[]): Promise<string[]> {
  const columns: { place: string; table: string; column: string; bytes: boolean }[] = await source.query(
    `SELECT c.oid::regclass || '.' || attname AS place, c.oid::regclass::text AS table, quote_ident(attname) AS column,
            atttypid = 'bytea'::regtype AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute a ON attrelid = c.oid
      WHERE relkind IN ('r', 'p', 'm') AND attnum > 0 AND NOT attisdropped
        AND nspname NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg_toast%'
      ORDER BY 1`,
  );
  const found = new Set<string>();
  for (const { place, table, column, bytes } of columns) {
    const rows: { word: string }[] = await source.query(
      `SELECT DISTINCT word FROM ${table}, unnest($1::text[]) word WHERE ${
        bytes
          ? `position(convert_to(word, 'UTF8') IN ${column}) > 0`
          : `position(lower(word) IN lower(${column}::text)) > 0`
      }`,
      [words],
    );
    for (const { word } of rows) found.add(`${place}: ${word}`);
  }
  return [...found];
}
