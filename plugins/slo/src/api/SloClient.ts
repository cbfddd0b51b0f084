import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  Correction,
  DefinitionProblem,
  Exemption,
  GateAnswer,
  Rollup,
  Scoreboard,
  SliceStrip,
  SloDetail,
  SloGlance,
  SloPage,
  SloSeries,
} from '@arctiq/plugin-slo-common';
import type {
  NewCorrection,
  NewExemption,
  RequestOptions,
  SeriesQuery,
  SloApi,
  SloName,
  SloQuery,
} from './SloApi';

/** The most that the backend gives at once: far more than there are teams. */
const ALL = 500;

function toSearch(query: object): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      parameters.set(name, String(value));
    }
  }
  const search = parameters.toString();
  return search && `?${search}`;
}

function toPath(slo: SloName, rest = ''): string {
  const parts = [slo.namespace, slo.component, slo.name];
  return `slos/${parts.map(encodeURIComponent).join('/')}${rest}`;
}

/** Talks to the backend with the person's token. */
export class SloClient implements SloApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async #request(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://slo/v1/${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }

  async #get<T>(path: string, options?: RequestOptions): Promise<T> {
    const response = await this.#request(path, { signal: options?.signal });
    return response.json();
  }

  async #post(path: string, body: object): Promise<Response> {
    return this.#request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async list(query: SloQuery, options?: RequestOptions) {
    return this.#get<SloPage>(`slos${toSearch(query)}`, options);
  }

  async get(slo: SloName, options?: RequestOptions) {
    return this.#get<SloDetail>(toPath(slo), options);
  }

  async series(slo: SloName, query: SeriesQuery, options?: RequestOptions) {
    const path = toPath(slo, `/series${toSearch(query)}`);
    return this.#get<SloSeries>(path, options);
  }

  async slices(slo: SloName, query: SeriesQuery, options?: RequestOptions) {
    const path = toPath(slo, `/slices${toSearch(query)}`);
    return this.#get<SliceStrip>(path, options);
  }

  async rules(slo: SloName, options?: RequestOptions) {
    const path = toPath(slo, '/rules');
    const response = await this.#request(path, { signal: options?.signal });
    return response.text();
  }

  async correct(slo: SloName, correction: NewCorrection): Promise<Correction> {
    const response = await this.#post(toPath(slo, '/corrections'), correction);
    return response.json();
  }

  async revokeCorrection(slo: SloName, id: string, reason: string) {
    const rest = `/corrections/${encodeURIComponent(id)}/revoke`;
    await this.#post(toPath(slo, rest), { reason });
  }

  async rollups(by: 'owner' | 'system', options?: RequestOptions) {
    const path = `rollups${toSearch({ by, limit: ALL })}`;
    const { items } = await this.#get<{ items: Rollup[] }>(path, options);
    return items;
  }

  async scoreboard(options?: RequestOptions) {
    return this.#get<Scoreboard>('scoreboard', options);
  }

  async summary(
    of: { entityRef: string } | { owner: string },
    options?: RequestOptions,
  ) {
    return this.#get<SloGlance>(`summary${toSearch(of)}`, options);
  }

  async gate(
    query: { entityRef: string; environment: string },
    options?: RequestOptions,
  ) {
    return this.#get<GateAnswer>(`gate${toSearch(query)}`, options);
  }

  async grantExemption(exemption: NewExemption): Promise<Exemption> {
    const response = await this.#post('exemptions', exemption);
    return response.json();
  }

  async revokeExemption(id: string) {
    await this.#post(`exemptions/${encodeURIComponent(id)}/revoke`, {});
  }

  async problems(query: { entityRef: string }, options?: RequestOptions) {
    const path = `definitions/problems${toSearch(query)}`;
    const { items } = await this.#get<{ items: DefinitionProblem[] }>(
      path,
      options,
    );
    return items;
  }
}
