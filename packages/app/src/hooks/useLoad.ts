import { useCallback, useEffect, useState } from 'react';

/** How far reading something is. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error; retry: () => void }
  | { state: 'ready'; value: T };

/**
 * Reads something when the component appears and when `load` changes.
 *
 * @param load - reads it; wrap it in `useCallback`
 */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Loaded<T>>({ state: 'loading' });
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    let ended = false;
    setResult({ state: 'loading' });
    load().then(
      value => !ended && setResult({ state: 'ready', value }),
      error => !ended && setResult({ state: 'failed', error, retry }),
    );
    return () => {
      ended = true;
    };
  }, [load, attempt, retry]);

  return result;
}
