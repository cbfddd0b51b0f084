import type { ApiHolder, IdentityApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import type { ProviderId } from './providers';
import type { SandboxClient } from './sandbox/SandboxClient';
import { SandboxIdentity } from './sandbox/SandboxIdentity';

const retryMs = 3_000;

/** How far taking up the last session is; when it succeeds, the page is gone. */
export type RestoredSession =
  | { state: 'restoring' }
  | { state: 'none' }
  | { state: 'unreachable'; error: Error; retry: () => void };

async function restore(
  provider: ProviderId,
  options: { apis: ApiHolder; client: SandboxClient },
): Promise<IdentityApi | undefined> {
  const { apis, client } = options;
  if (provider === 'sandbox') {
    const session = (await client.isSignedIn())
      ? await client.session()
      : undefined;
    return session && new SandboxIdentity(client, session);
  }
  const { signInByRedirect } = await import('./redirect/redirectAuth');
  return signInByRedirect({ provider, apis, ask: false });
}

/**
 * Takes up the session that a cookie of an earlier visit remembers. While the
 * backend does not answer, it tries again every three seconds.
 */
export function useRestoredSession(options: {
  apis: ApiHolder;
  client: SandboxClient;
  providers: ProviderId[];
  onSignInSuccess: (identity: IdentityApi) => void;
}): RestoredSession {
  const { apis, client, providers, onSignInSuccess } = options;
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<RestoredSession>({ state: 'restoring' });

  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const retry = () => setAttempt(count => count + 1);

    async function run() {
      try {
        for (const provider of providers) {
          const identity = await restore(provider, { apis, client });
          if (ended) {
            return;
          }
          if (identity) {
            onSignInSuccess(identity);
            return;
          }
        }
        setResult({ state: 'none' });
      } catch (error) {
        if (!ended) {
          setResult({ state: 'unreachable', error: error as Error, retry });
          timer = setTimeout(retry, retryMs);
        }
      }
    }

    void run();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
    // onSignInSuccess is a new function in every render of the framework.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [apis, client, providers, attempt]);

  return result;
}
