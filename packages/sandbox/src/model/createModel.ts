import { COMPONENTS } from './components';
import { GRAPHQL_CONTRACTS } from './contracts/graphql';
import { REST_CONTRACTS } from './contracts/rest';
import { TOPICS } from './contracts/topics';
import { callFlows } from './flows/calls';
import { companyFlows } from './flows/companyFlows';
import { eventFlows } from './flows/events';
import { COMPANY, DEPARTMENTS } from './organization';
import { pullRequests } from './pullRequests';
import { createRandom } from './random';
import { RESOURCES } from './resources';
import { scaleModel } from './scaleModel';
import { staff } from './staff';
import { DOMAINS, SYSTEMS } from './systems';
import type { CompanyModel } from './types';

/** What a model depends on, and nothing else does. */
export interface ModelOptions {
  /** Default 1. */
  seed?: number;
  /** How many times the product teams and their systems exist; default 1. */
  scale?: number;
  /** The moment that the model describes. */
  now: Date;
}

/**
 * The company, complete and without contradictions. Pure: the same options give
 * the same model, down to the last byte.
 *
 * @throws Error when `scale` is no positive integer
 */
export function createModel(options: ModelOptions): CompanyModel {
  const { seed = 1, scale = 1, now } = options;
  if (!Number.isInteger(scale) || scale < 1) {
    throw new Error(
      `The company cannot be scaled by ${scale}; give a positive integer`,
    );
  }
  const providers = new Map(
    [...REST_CONTRACTS, ...GRAPHQL_CONTRACTS].map(contract => [
      contract.name,
      contract.provider,
    ]),
  );
  const calls = callFlows(api => providers.get(api) ?? api);
  const events = eventFlows(TOPICS);
  const model: CompanyModel = structuredClone({
    ...COMPANY,
    seed,
    scale,
    now: now.toISOString(),
    departments: [...DEPARTMENTS],
    ...staff(now),
    domains: [...DOMAINS],
    systems: [...SYSTEMS],
    components: [...COMPONENTS],
    restContracts: [...REST_CONTRACTS],
    graphqlContracts: [...GRAPHQL_CONTRACTS],
    topics: [...TOPICS],
    resources: [...RESOURCES],
    calls,
    events,
    companyFlows: companyFlows(calls, events),
    pullRequests: pullRequests(now),
  });
  return scale === 1 ? model : scaleModel(model, createRandom(seed));
}
