import { AuthenticationError, NotImplementedError } from '@backstage/errors';
import {
  type AuthProviderFactory,
  type AuthProviderRouteHandlers,
  type AuthResolverContext,
  type ClientAuthResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import { profileOf } from './people/profile';
import { requireScript } from './requireScript';
import type { SessionCookie } from './SessionCookie';

class SandboxRouteHandlers implements AuthProviderRouteHandlers {
  readonly #cookie: SessionCookie;
  readonly #resolver: AuthResolverContext;

  constructor(cookie: SessionCookie, resolver: AuthResolverContext) {
    this.#cookie = cookie;
    this.#resolver = resolver;
  }

  async start(): Promise<void> {
    throw new NotImplementedError(
      'The sandbox has no page of its own to sign in. Choose a person on the first page of the portal.',
    );
  }

  async frameHandler(): Promise<void> {
    return this.start();
  }

  async refresh(request: Request, response: Response): Promise<void> {
    requireScript(request);
    const entityRef = this.#cookie.read(request);
    if (!entityRef) {
      throw new AuthenticationError(
        'Nobody is signed in. Choose a person on the first page of the portal.',
      );
    }
    const answer = await this.#signIn(entityRef);
    response.status(200).json(answer);
  }

  async logout(request: Request, response: Response): Promise<void> {
    requireScript(request);
    this.#cookie.clear(response);
    response.status(204).end();
  }

  async #signIn(entityRef: string): Promise<ClientAuthResponse<{}>> {
    const { entity } = await this.#find(entityRef);
    const result = await this.#resolver.signInWithCatalogUser({ entityRef });
    return {
      profile: profileOf(entity),
      providerInfo: {},
      backstageIdentity: prepareBackstageIdentityResponse(result),
    };
  }

  async #find(entityRef: string) {
    try {
      return await this.#resolver.findCatalogUser({ entityRef });
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFoundError') {
        throw new AuthenticationError(
          `${entityRef} is no longer in the catalog. Choose another person.`,
        );
      }
      throw error;
    }
  }
}

/**
 * The standard routes of an auth provider: `refresh` turns the cookie into a
 * Backstage token, `logout` forgets the person.
 */
export function createSandboxProviderFactory(options: {
  cookie: SessionCookie;
}): AuthProviderFactory {
  return ({ resolverContext }) =>
    new SandboxRouteHandlers(options.cookie, resolverContext);
}
