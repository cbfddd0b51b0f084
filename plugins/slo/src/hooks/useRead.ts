import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { type RequestOptions, type SloApi, sloApiRef } from '../api';
import { describeError, statusOf } from './errors';

/** What is known of something that was asked for. */
export type Read<T> =
  | { state: 'loading' }
  | { state: 'forbidden'; message: string }
  | { state: 'missing'; message: string }
  | { state: 'failed'; message: string; retry: () => void }
  | {
      state: 'ready';
      value: T;
      /** It answers an earlier question; the answer to the last one is on its way. */
      pending: boolean;
      /** Why it could not be refreshed, when that failed. */
      refreshProblem?: string;
      /** Reads it again, for example after a change. */
      retry: () => void;
    };

/** A round of measurement takes five minutes; a minute late is soon enough. */
const REFRESH_MS = 60_000;

interface Loaded<T> {
  key: string;
  value?: T;
  error?: unknown;
}

function toRead<T>(
  loaded: Loaded<T>,
  pending: boolean,
  retry: () => void,
): Read<T> {
  const { value, error } = loaded;
  const status = statusOf(error);
  if (status === 403) {
    return { state: 'forbidden', message: describeError(error) };
  }
  if (status === 404) {
    return { state: 'missing', message: describeError(error) };
  }
  if (value === undefined) {
    return { state: 'failed', message: describeError(error), retry };
  }
  return {
    state: 'ready',
    value,
    pending,
    refreshProblem: error === undefined ? undefined : describeError(error),
    retry,
  };
}

/**
 * Reads from the backend and keeps it fresh while the page is looked at. A
 * failed refresh keeps what was shown, with the reason.
 *
 * @param key - says what is read; another key is another thing
 * @param read - asks for it; may be a new function on every render
 * @param options - `enabled: false` waits; `once` does not refresh; `keep` shows
 *   the last answer while the one for another key is read
 */
export function useRead<T>(
  key: string,
  read: (api: SloApi, options: RequestOptions) => Promise<T>,
  options: { enabled?: boolean; once?: boolean; keep?: boolean } = {},
): Read<T> {
  const { enabled = true, once = false, keep = false } = options;
  const api = useApi(sloApiRef);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>();

  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const controller = new AbortController();
    async function load() {
      let outcome: Pick<Loaded<T>, 'value' | 'error'>;
      try {
        const value = await read(api, { signal: controller.signal });
        outcome = { value, error: undefined };
      } catch (error) {
        outcome = { error };
      }
      if (!controller.signal.aborted) {
        setLoaded(previous => ({
          value: previous?.key === key ? previous.value : undefined,
          ...outcome,
          key,
        }));
      }
    }
    load();
    if (once) {
      return () => controller.abort();
    }
    function refresh() {
      if (document.visibilityState === 'visible') {
        load();
      }
    }
    const timer = setInterval(refresh, REFRESH_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
    // `read` is new on every render; `key` says when it asks for another thing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, key, attempt, enabled, once]);

  const shown = loaded?.key === key || (keep && loaded?.value !== undefined);
  if (!loaded || !shown) {
    return { state: 'loading' };
  }
  return toRead(loaded, loaded.key !== key, () => setAttempt(attempt + 1));
}
