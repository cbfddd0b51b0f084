import { StatePanel } from '@arctiq/ui-kit';
import { Button } from '@backstage/ui';
import { type ApiHolder, type IdentityApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { explain } from '../../../lib/explain';
import {
  type RedirectProviderId,
  redirectTitles,
  signInByRedirect,
} from './redirectAuth';
import styles from './RedirectSignIn.module.css';

/** One button for each provider that asks in a window of its own. */
export function RedirectSignIn(props: {
  apis: ApiHolder;
  providers: RedirectProviderId[];
  onIdentity: (identity: IdentityApi) => void;
}) {
  const { apis, providers, onIdentity } = props;
  const [busy, setBusy] = useState<RedirectProviderId>();
  const [error, setError] = useState<Error>();

  async function signIn(provider: RedirectProviderId) {
    setBusy(provider);
    setError(undefined);
    try {
      const identity = await signInByRedirect({ provider, apis, ask: true });
      if (identity) {
        onIdentity(identity);
      }
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <div className={styles.buttons}>
      {error && (
        <StatePanel kind="failed" title="Signing in did not work" compact>
          {explain(error)}
        </StatePanel>
      )}
      {providers.map(provider => (
        <Button
          key={provider}
          isPending={busy === provider}
          isDisabled={Boolean(busy)}
          onPress={() => signIn(provider)}
        >
          Sign in with {redirectTitles[provider]}
        </Button>
      ))}
    </div>
  );
}
