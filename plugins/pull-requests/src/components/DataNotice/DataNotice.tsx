import { Age, StatePanel } from '@arctiq/ui-kit';
import { PullRequestsResult } from '../../hooks/usePullRequests';

type Ready = Extract<PullRequestsResult, { state: 'ready' }>;

function toTitle({ page, outdated, refreshProblem }: Ready): string {
  if (outdated) {
    return 'This list is old';
  }
  if (refreshProblem) {
    return 'This list could not be refreshed';
  }
  return page.quality === 'partial'
    ? 'Some pull requests may be missing'
    : 'This list may be incomplete';
}

/**
 * Says when the list was read and, where it is old, incomplete or not refreshed,
 * why. Nothing is shown as current that is not.
 */
export function DataNotice(props: { result: Ready }) {
  const { result } = props;
  const { page, outdated, refreshProblem, retry } = result;
  const reasons = [refreshProblem, page.reason].filter(
    (reason): reason is string => reason !== undefined,
  );
  if (!outdated && reasons.length === 0 && page.quality === 'complete') {
    return null;
  }
  return (
    <StatePanel
      kind="stale"
      title={toTitle(result)}
      compact
      action={{ label: 'Try again', onPress: retry }}
    >
      {page.asOf && (
        <p>
          GitHub was last read completely <Age time={page.asOf} />.
        </p>
      )}
      {reasons.map(reason => (
        <p key={reason}>{reason}</p>
      ))}
    </StatePanel>
  );
}
