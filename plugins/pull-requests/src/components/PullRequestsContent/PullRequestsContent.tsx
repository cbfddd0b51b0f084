import { StatePanel } from '@arctiq/ui-kit';
import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';
import type { ReactNode } from 'react';
import { PullRequestsResult } from '../../hooks/usePullRequests';
import { DataNotice } from '../DataNotice';
import styles from './PullRequestsContent.module.css';

/** What stands where there is nothing to list. */
export interface EmptyWords {
  title: string;
  detail?: string;
  action?: { label: string; href: string };
}

function NotMeasured(props: { page: PullRequestPage; retry: () => void }) {
  const { page, retry } = props;
  if (!page.reason) {
    return (
      <StatePanel kind="loading" title="GitHub is being read" compact>
        The first reading takes about a minute; this list fills by itself.
      </StatePanel>
    );
  }
  return (
    <StatePanel
      kind="failed"
      title="GitHub has not been read yet"
      compact
      action={{ label: 'Try again', onPress: retry }}
    >
      <p>{page.reason}</p>
      <p>The portal tries again every minute.</p>
    </StatePanel>
  );
}

/**
 * Shows the state of a list of pull requests, and the list where there is one.
 *
 * @param props - `children` draws a page that has items
 */
export function PullRequestsContent(props: {
  result: PullRequestsResult;
  empty: EmptyWords;
  children: (page: PullRequestPage) => ReactNode;
}) {
  const { result, empty, children } = props;
  switch (result.state) {
    case 'loading':
      return (
        <StatePanel kind="loading" title="Reading pull requests" compact />
      );
    case 'forbidden':
      return (
        <StatePanel
          kind="forbidden"
          title="You may not see pull requests"
          compact
        >
          <p>{result.message}</p>
          <p>Ask the platform team for it.</p>
        </StatePanel>
      );
    case 'failed':
      return (
        <StatePanel
          kind="failed"
          title="Pull requests could not be read"
          compact
          action={{ label: 'Try again', onPress: result.retry }}
        >
          {result.message}
        </StatePanel>
      );
    default:
  }
  const { page, retry } = result;
  if (page.quality === 'not-measured' && page.items.length === 0) {
    return <NotMeasured page={page} retry={retry} />;
  }
  return (
    <div className={styles.content}>
      <DataNotice result={result} />
      {page.items.length > 0 ? (
        children(page)
      ) : (
        <StatePanel
          kind="empty"
          title={empty.title}
          action={empty.action}
          compact
        >
          {empty.detail}
        </StatePanel>
      )}
    </div>
  );
}
