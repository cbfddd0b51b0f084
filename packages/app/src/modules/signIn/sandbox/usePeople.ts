import { useEffect, useState } from 'react';
import type { SandboxClient } from './SandboxClient';
import type { PeoplePage } from './types';

const retryMs = 2_000;

/** How far reading the people is. */
export type PeopleState =
  | { state: 'loading' }
  /** The backend answers, and knows nobody yet. */
  | { state: 'empty' }
  | { state: 'failed'; error: Error }
  | { state: 'ready'; page: PeoplePage };

/**
 * Reads the featured people, and again every two seconds until the catalog
 * knows them.
 */
export function usePeople(client: SandboxClient): PeopleState {
  const [result, setResult] = useState<PeopleState>({ state: 'loading' });

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      const next = await client
        .people({ search: '', limit: 1, signal: abort.signal })
        .then<PeopleState>(page =>
          page.featured.length > 0 || page.totalItems > 0
            ? { state: 'ready', page }
            : { state: 'empty' },
        )
        .catch<PeopleState>(error => ({ state: 'failed', error }));
      if (abort.signal.aborted) {
        return;
      }
      setResult(next);
      // While the catalog fills itself, one persona may come after another.
      if (next.state !== 'ready' || next.page.featured.length < 4) {
        timer = setTimeout(read, retryMs);
      }
    }

    void read();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [client]);

  return result;
}
