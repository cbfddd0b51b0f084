import { StatePanel } from '@arctiq/ui-kit';
import {
  configApiRef,
  discoveryApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Suspense, lazy, useMemo } from 'react';
import { explain } from '../../lib/explain';
import { readProviders } from './providers';
import type { RedirectProviderId } from './redirect/redirectAuth';
import { SandboxClient } from './sandbox/SandboxClient';
import { SandboxIdentity } from './sandbox/SandboxIdentity';
import { SignInScreen } from './SignInScreen';
import { useRestoredSession } from './useRestoredSession';

// Who is signed in already never downloads these.
const SandboxSignIn = lazy(async () => ({
  default: (await import('./sandbox/SandboxSignIn')).SandboxSignIn,
}));
const RedirectSignIn = lazy(async () => ({
  default: (await import('./redirect/RedirectSignIn')).RedirectSignIn,
}));

/**
 * Takes up the session of the last visit, or lets the person sign in by one of
 * the configured ways.
 */
export function SignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const apis = useApiHolder();
  const configApi = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const client = useMemo(() => new SandboxClient(discoveryApi), [discoveryApi]);
  const providers = useMemo(() => readProviders(configApi), [configApi]);
  const restored = useRestoredSession({
    apis,
    client,
    providers,
    onSignInSuccess,
  });

  if (restored.state === 'restoring') {
    return null;
  }
  if (restored.state === 'unreachable') {
    return (
      <SignInScreen title="One moment">
        <StatePanel
          kind="failed"
          title="The portal does not answer"
          action={{ label: 'Try now', onPress: restored.retry }}
        >
          It is starting, or it cannot be reached from here (
          {explain(restored.error)}). This page tries again every three seconds.
        </StatePanel>
      </SignInScreen>
    );
  }
  const sandbox = providers.includes('sandbox');
  const redirects = providers.filter(
    (id): id is RedirectProviderId => id !== 'sandbox',
  );
  return (
    <SignInScreen title={sandbox ? 'Who do you want to be?' : 'Sign in'}>
      <Suspense fallback={<StatePanel kind="loading" title="Loading" />}>
        {redirects.length > 0 && (
          <RedirectSignIn
            apis={apis}
            providers={redirects}
            onIdentity={onSignInSuccess}
          />
        )}
        {sandbox && (
          <SandboxSignIn
            client={client}
            onSignedIn={async () => {
              const session = await client.session();
              if (!session) {
                throw new Error(
                  'The browser did not keep the cookie of the session. Allow cookies for this address and try again.',
                );
              }
              onSignInSuccess(new SandboxIdentity(client, session));
            }}
          />
        )}
      </Suspense>
    </SignInScreen>
  );
}
