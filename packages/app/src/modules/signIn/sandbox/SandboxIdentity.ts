import { AuthenticationError } from '@backstage/errors';
import type {
  BackstageUserIdentity,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import type { SandboxClient } from './SandboxClient';
import type { SandboxSession } from './types';

// A token that ends within this time is replaced before it is used.
const renewBeforeMs = 60_000;

/** The signed-in person of the sandbox; renews the token before it ends. */
export class SandboxIdentity implements IdentityApi {
  readonly #client: SandboxClient;
  #session: SandboxSession;
  #renewal: Promise<void> | undefined;

  constructor(client: SandboxClient, session: SandboxSession) {
    this.#client = client;
    this.#session = session;
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return this.#session.profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return this.#session.identity;
  }

  /** @throws AuthenticationError when the session cannot be renewed */
  async getCredentials(): Promise<{ token: string }> {
    if (Date.now() > this.#session.expiresAt - renewBeforeMs) {
      this.#renewal ??= this.#renew().finally(() => {
        this.#renewal = undefined;
      });
      await this.#renewal;
    }
    return { token: this.#session.token };
  }

  async signOut(): Promise<void> {
    await this.#client.signOut();
  }

  async #renew(): Promise<void> {
    const session = await this.#client.session();
    if (!session) {
      throw new AuthenticationError(
        'Your session has ended. Reload the page to sign in again.',
      );
    }
    this.#session = session;
  }
}
