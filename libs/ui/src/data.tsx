import type { ReactNode } from 'react';

interface DefinitionListProps {
  items: readonly { key: string; term: ReactNode; value: ReactNode; action?: ReactNode }[];
}

/** Terms and their values: facts of a thing, or the summary before sending, each with its "Change" link. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="z-facts">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.action && <span>{item.action}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Set at the end, in figures of one width. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** Rows and columns; on a phone every row is a small block with the column's name before each value. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="z-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'z-table__number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={column.numeric ? 'z-table__number' : undefined}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
