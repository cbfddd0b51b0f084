import type {
  CompanyModel,
  Component,
  EventTopic,
  GraphqlContract,
  RestContract,
} from '../model';
import { asyncApiDocument } from './contracts/asyncapi';
import { openApiDocument } from './contracts/openapi';
import type { ModelIndex } from './modelIndex';
import { toYaml } from './toYaml';

/** An interface with the file that defines it. */
export interface ApiDefinition {
  name: string;
  title: string;
  description: string;
  type: 'openapi' | 'graphql' | 'asyncapi';
  /** Team name. */
  owner: string;
  system: string;
  lifecycle: Component['lifecycle'];
  tags: string[];
  /** Relative to the file with the entity. */
  path: string;
  content: string;
}

/** The definition of a REST interface. */
export function restDefinition(
  model: CompanyModel,
  index: ModelIndex,
  contract: RestContract,
): ApiDefinition {
  const provider = index.component(contract.provider);
  return {
    ...common(provider, contract),
    type: 'openapi',
    tags: ['rest', contract.published ? 'published' : 'internal'],
    path: `openapi/${contract.name}.yaml`,
    content: toYaml(
      openApiDocument(model, contract, provider, index.team(provider.team)),
    ),
  };
}

/** The definition of a GraphQL interface. */
export function graphqlDefinition(
  index: ModelIndex,
  contract: GraphqlContract,
): ApiDefinition {
  return {
    ...common(index.component(contract.provider), contract),
    type: 'graphql',
    tags: ['graphql', 'published'],
    path: `graphql/${contract.name}.graphql`,
    content: contract.sdl,
  };
}

/** The definition of a topic. */
export function topicDefinition(
  model: CompanyModel,
  index: ModelIndex,
  topic: EventTopic,
): ApiDefinition {
  return {
    name: topic.name,
    title: topic.title,
    description: topic.description,
    type: 'asyncapi',
    owner: topic.owner,
    system: topic.system,
    lifecycle: 'production',
    tags: topic.personalData ? ['kafka', 'personal-data'] : ['kafka'],
    path: `asyncapi/${topic.name}.yaml`,
    content: toYaml(asyncApiDocument(model, topic, index.team(topic.owner))),
  };
}

function common(
  provider: Component,
  contract: RestContract | GraphqlContract,
): Pick<
  ApiDefinition,
  'name' | 'title' | 'description' | 'owner' | 'system' | 'lifecycle'
> {
  return {
    name: contract.name,
    title: contract.title,
    description: contract.description,
    owner: provider.team,
    system: provider.system,
    lifecycle: provider.lifecycle,
  };
}
