import { useApi } from '@backstage/frontend-plugin-api';
import {
  hasErrors,
  validateServiceName,
} from '@arctiq/plugin-golden-path-common';
import { useEffect, useState } from 'react';
import { goldenPathApiRef, messageOf } from '../../api';
import { FieldTone } from '../FieldStatus';

const DEBOUNCE_MS = 300;

/** What is known of a name while it is typed. */
export interface NameCheck {
  tone?: FieldTone;
  messages: string[];
}

const SILENT: NameCheck = { messages: [] };

/**
 * Checks the form of a name at once, and whether it is free when the person
 * stops typing. A check that a newer name overtook is aborted.
 */
export function useNameCheck(name: string): NameCheck {
  const api = useApi(goldenPathApiRef);
  const [check, setCheck] = useState(SILENT);

  useEffect(() => {
    if (name === '') {
      setCheck(SILENT);
      return undefined;
    }
    const form = validateServiceName(name);
    if (form.length > 0) {
      setCheck({ tone: 'bad', messages: form.map(({ message }) => message) });
      return undefined;
    }
    setCheck({ tone: 'busy', messages: [`Checking whether ${name} is free…`] });
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      let result: NameCheck;
      try {
        const answer = await api.checkName(name, { signal: abort.signal });
        const messages = answer.problems.map(({ message }) => message);
        if (hasErrors(answer.problems)) {
          result = { tone: 'bad', messages };
        } else if (answer.available === 'unknown') {
          result = { tone: 'warning', messages };
        } else {
          result = { tone: 'good', messages: [`${name} is available.`] };
        }
      } catch (error) {
        result = {
          tone: 'warning',
          messages: [
            `The name could not be checked now (${messageOf(
              error,
            )}). It is checked again when you go on.`,
          ],
        };
      }
      if (!abort.signal.aborted) {
        setCheck(result);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, name]);

  return check;
}
