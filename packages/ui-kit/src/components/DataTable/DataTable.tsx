import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

/** A column of a {@link DataTable}. */
export interface DataTableColumn {
  title: string;
  /** Figures stand at the end, one under the other. */
  align?: 'start' | 'end';
}

/** Props of {@link DataTable}. */
export interface DataTableProps {
  /** Name of the table for people who do not see its heading. */
  label: string;
  columns: readonly DataTableColumn[];
  /** For few short columns, which fit a phone side by side. */
  dense?: boolean;
  /** Rows (`tr`) made of {@link NameCell} and {@link DataCell}. */
  children: ReactNode;
}

/** A table with room to breathe; a list of short blocks where it is narrow. */
export function DataTable(props: DataTableProps) {
  const { label, columns, dense, children } = props;
  return (
    <div className={`${styles.container} ${dense ? styles.dense : ''}`}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th
                key={title}
                scope="col"
                className={align === 'end' ? styles.end : undefined}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The cell that names its row. */
export function NameCell(props: { children: ReactNode }) {
  return (
    <th scope="row" className={styles.name}>
      {props.children}
    </th>
  );
}

/** Props of {@link DataCell}. */
export interface DataCellProps {
  align?: 'start' | 'end';
  /** Word before the value where the head of the table is not seen. */
  phoneLabel?: string;
  /** Has a line of its own in the narrow form. */
  wide?: boolean;
  /** Takes no room in the narrow form. */
  blank?: boolean;
  children?: ReactNode;
}

/** Any other cell. */
export function DataCell(props: DataCellProps) {
  const { align, phoneLabel, wide, blank, children } = props;
  const classes = [
    align === 'end' ? styles.end : '',
    wide ? styles.wide : '',
    blank ? styles.blank : '',
  ].filter(Boolean);
  return (
    <td className={classes.join(' ') || undefined}>
      {phoneLabel && <span className={styles.phoneLabel}>{phoneLabel} </span>}
      {children}
    </td>
  );
}
