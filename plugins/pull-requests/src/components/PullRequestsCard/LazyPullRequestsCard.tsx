import { StatePanel } from '@arctiq/ui-kit';
import { lazy, Suspense } from 'react';

const Card = lazy(async () => ({
  default: (await import('./PullRequestsCard')).PullRequestsCard,
}));

/**
 * What waits for the signed-in person, for any page; it is loaded when shown.
 * Needs the plugin to be installed in the app.
 */
export function LazyPullRequestsCard() {
  return (
    <Suspense
      fallback={
        <StatePanel kind="loading" title="Reading pull requests" compact />
      }
    >
      <Card />
    </Suspense>
  );
}
