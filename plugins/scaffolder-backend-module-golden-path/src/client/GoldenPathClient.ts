import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { CheckAnswer, CheckRequest } from '@arctiq/plugin-golden-path-common';

/** Speaks to the golden path backend on behalf of the person who started a run. */
export class GoldenPathClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * The same check that the form made.
   *
   * @throws ResponseError when the backend does not answer with a result
   */
  async check(
    request: CheckRequest,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<CheckAnswer> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: 'golden-path',
    });
    const baseUrl = await this.#discovery.getBaseUrl('golden-path');
    const response = await fetch(`${baseUrl}/v1/check`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(request),
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as CheckAnswer;
  }
}
