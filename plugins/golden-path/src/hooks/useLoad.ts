import { useEffect, useState } from 'react';

/** What is known of something that is being fetched. */
export type Load<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: Error };

/**
 * Fetches once per set of arguments; an answer that comes after the component
 * is gone, or after another fetch began, is dropped.
 *
 * @param load - must be stable, or change with what it fetches
 */
export function useLoad<T>(load: () => Promise<T>): Load<T> {
  const [result, setResult] = useState<Load<T>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    setResult({ state: 'loading' });
    load().then(
      value => current && setResult({ state: 'ready', value }),
      error => current && setResult({ state: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  return result;
}
