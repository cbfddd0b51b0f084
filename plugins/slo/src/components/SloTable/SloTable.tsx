import type { SloSummary } from '@arctiq/plugin-slo-common';
import { DataTable, type DataTableColumn } from '@arctiq/ui-kit';
import { SloRow } from './SloRow';

const columns: readonly DataTableColumn[] = [
  { title: 'SLO' },
  { title: 'State' },
  { title: 'Burns', align: 'end' },
  { title: 'Budget left', align: 'end' },
  { title: 'Ends' },
  { title: 'Target' },
];

/** SLOs in the order given. */
export function SloTable(props: {
  slos: readonly SloSummary[];
  /** Name of the table for people who do not see its heading. */
  label: string;
  /** Leave the component out where the whole page is about it. */
  showComponent?: boolean;
}) {
  const { slos, label, showComponent = true } = props;
  const now = new Date();
  return (
    <DataTable label={label} columns={columns}>
      {slos.map(slo => (
        <SloRow
          key={slo.id}
          slo={slo}
          now={now}
          showComponent={showComponent}
        />
      ))}
    </DataTable>
  );
}
