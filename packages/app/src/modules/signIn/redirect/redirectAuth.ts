import { UserIdentity } from '@backstage/core-components';
import {
  type ApiHolder,
  type BackstageIdentityApi,
  type IdentityApi,
  type ProfileInfoApi,
  type SessionApi,
  configApiRef,
  discoveryApiRef,
  githubAuthApiRef,
  oauthRequestApiRef,
} from '@backstage/core-plugin-api';
import type { ProviderId } from '../providers';

type AuthApi = ProfileInfoApi & BackstageIdentityApi & SessionApi;

/** A provider that asks who somebody is in a window of its own. */
export type RedirectProviderId = Exclude<ProviderId, 'sandbox'>;

/** What people call the providers. */
export const redirectTitles: Record<RedirectProviderId, string> = {
  github: 'GitHub',
  oidc: 'single sign-on',
};

async function authApiOf(
  provider: RedirectProviderId,
  apis: ApiHolder,
): Promise<AuthApi> {
  if (provider === 'github') {
    const github = apis.get(githubAuthApiRef);
    if (!github) {
      throw new Error('The app has no GitHub sign-in: api:app/github-auth');
    }
    return github;
  }
  const discoveryApi = apis.get(discoveryApiRef);
  const oauthRequestApi = apis.get(oauthRequestApiRef);
  if (!discoveryApi || !oauthRequestApi) {
    throw new Error('The app lacks the APIs that OAuth needs');
  }
  const configApi = apis.get(configApiRef);
  // Only who signs in this way downloads it.
  const { OAuth2 } = await import('@backstage/core-app-api');
  return OAuth2.create({
    configApi,
    discoveryApi,
    oauthRequestApi,
    provider: { id: 'oidc', title: 'Single sign-on', icon: () => null },
    environment: configApi?.getOptionalString('auth.environment'),
    defaultScopes: ['openid', 'profile', 'email'],
  });
}

/**
 * Signs in at GitHub or at the OpenID Connect provider.
 *
 * @param options.ask - opens the provider's window; otherwise only an existing
 *   session is taken up, without a word
 * @returns nothing when there is no session and none was asked for
 */
export async function signInByRedirect(options: {
  provider: RedirectProviderId;
  apis: ApiHolder;
  ask: boolean;
}): Promise<IdentityApi | undefined> {
  const authApi = await authApiOf(options.provider, options.apis);
  const session = await authApi.getBackstageIdentity(
    options.ask ? { instantPopup: true } : { optional: true },
  );
  if (!session) {
    return undefined;
  }
  return UserIdentity.create({
    identity: session.identity,
    authApi,
    profile: await authApi.getProfile(),
  });
}
