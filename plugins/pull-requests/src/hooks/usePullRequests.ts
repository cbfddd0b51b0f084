import { useApi } from '@backstage/frontend-plugin-api';
import {
  isOutdated,
  PullRequestPage,
  PullRequestQuery,
} from '@arctiq/plugin-pull-requests-common';
import { useEffect, useState } from 'react';
import { pullRequestsApiRef } from '../api';
import { describeError, isForbidden } from './errors';

/** The store changes once a minute, so asking more often brings nothing. */
const REFRESH_MS = 60_000;

/** What is known of the pull requests that were asked for. */
export type PullRequestsResult =
  | { state: 'loading' }
  | { state: 'forbidden'; message: string }
  | { state: 'failed'; message: string; retry: () => void }
  | {
      state: 'ready';
      page: PullRequestPage;
      /** The page is over ten minutes older than now. */
      outdated: boolean;
      /** Why it could not be refreshed, when that failed. */
      refreshProblem?: string;
      retry: () => void;
    };

type Loaded = {
  key: string;
  page?: PullRequestPage;
  error?: unknown;
  at: Date;
};

/**
 * Lists pull requests and keeps the list fresh while the page is looked at. A
 * failed refresh keeps what was shown, with the reason.
 *
 * @param query - which ones; may be a new object on every render
 */
export function usePullRequests(query: PullRequestQuery): PullRequestsResult {
  const api = useApi(pullRequestsApiRef);
  const key = JSON.stringify(query);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>();

  useEffect(() => {
    const controller = new AbortController();
    async function load() {
      let outcome: Pick<Loaded, 'page' | 'error'>;
      try {
        const page = await api.list(JSON.parse(key), {
          signal: controller.signal,
        });
        outcome = { page, error: undefined };
      } catch (error) {
        outcome = { error };
      }
      if (!controller.signal.aborted) {
        setLoaded(previous => ({
          page: previous?.key === key ? previous.page : undefined,
          ...outcome,
          key,
          at: new Date(),
        }));
      }
    }
    function refresh() {
      if (document.visibilityState === 'visible') {
        load();
      }
    }
    load();
    const timer = setInterval(refresh, REFRESH_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [api, key, attempt]);

  if (loaded?.key !== key) {
    return { state: 'loading' };
  }
  const { page, error, at } = loaded;
  function retry() {
    setAttempt(attempt + 1);
  }
  if (error !== undefined && isForbidden(error)) {
    return { state: 'forbidden', message: describeError(error) };
  }
  if (!page) {
    return { state: 'failed', message: describeError(error), retry };
  }
  return {
    state: 'ready',
    page,
    outdated: isOutdated(page, at),
    refreshProblem: error === undefined ? undefined : describeError(error),
    retry,
  };
}
