export {
  DataCell,
  type DataCellProps,
  DataTable,
  type DataTableColumn,
  type DataTableProps,
  NameCell,
} from './DataTable';
