import { DataTable } from '@arctiq/ui-kit';
import { PullRequest } from '@arctiq/plugin-pull-requests-common';
import { PullRequestRow } from './PullRequestRow';

/** Pull requests, most urgent first; a list where the room is narrow. */
export function PullRequestTable(props: {
  pullRequests: PullRequest[];
  /** Name of the table for people who do not see its heading. */
  label: string;
  /** Leave the component out where the whole page is about it. */
  showComponent?: boolean;
}) {
  const { pullRequests, label, showComponent = true } = props;
  const now = new Date();
  return (
    <DataTable
      label={label}
      columns={[
        { title: 'Pull request' },
        { title: 'For you' },
        ...(showComponent ? [{ title: 'Component' }] : []),
        { title: 'Author' },
        { title: 'Opened' },
        { title: 'Last activity' },
      ]}
    >
      {pullRequests.map(pullRequest => (
        <PullRequestRow
          key={pullRequest.id}
          pullRequest={pullRequest}
          showComponent={showComponent}
          now={now}
        />
      ))}
    </DataTable>
  );
}
