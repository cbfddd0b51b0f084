import { PullRequest } from '@arctiq/plugin-pull-requests-common';
import { PullRequestRow } from './PullRequestRow';
import styles from './PullRequestTable.module.css';

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
    <div className={styles.container}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Pull request</th>
            <th scope="col">For you</th>
            {showComponent && <th scope="col">Component</th>}
            <th scope="col">Author</th>
            <th scope="col">Opened</th>
            <th scope="col">Last activity</th>
          </tr>
        </thead>
        <tbody>
          {pullRequests.map(pullRequest => (
            <PullRequestRow
              key={pullRequest.id}
              pullRequest={pullRequest}
              showComponent={showComponent}
              now={now}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
