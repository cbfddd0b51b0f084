import type { CompanyModel, Resource, ResourceType } from '../../model';
import type { FileSeed, RepositorySeed } from '../../seed';
import {
  CATALOG_REPOSITORY,
  fileUrl,
  INFRASTRUCTURE_REPOSITORY,
} from '../addresses';
import { topicDefinition } from '../definitions';
import { codeowners } from '../docs/repositoryFiles';
import { bullets, page, section } from '../docs/markdown';
import { apiEntity } from '../entities/apis';
import { entity } from '../entities/entity';
import {
  departmentGroup,
  rootGroup,
  teamGroup,
  userEntity,
} from '../entities/organization';
import { resourceEntity } from '../entities/resources';
import { domainEntity, systemEntity } from '../entities/systems';
import type { ModelIndex } from '../modelIndex';
import { toYaml, toYamlDocuments } from '../toYaml';
import type { CatalogOptions, EntityFile } from '../types';
import { componentFiles } from './componentFiles';
import { repositoryDates } from './dates';
import { repositoryTeams } from './teams';

/** File of the catalog repository that a resource is described in. */
const RESOURCE_FILES: Readonly<Record<ResourceType, string>> = {
  database: 'stores',
  cache: 'stores',
  'search-index': 'stores',
  'dynamodb-table': 'stores',
  'object-storage': 'buckets',
  'kafka-topic': 'topics',
  'kafka-dead-letter-topic': 'topics',
  'kafka-cluster': 'clusters',
  'database-cluster': 'clusters',
  'cache-cluster': 'clusters',
  'search-cluster': 'clusters',
  'kubernetes-cluster': 'clusters',
  'dataproc-cluster': 'clusters',
  'container-registry': 'clusters',
  host: 'clusters',
  cdn: 'edge',
  'web-application-firewall': 'edge',
  'dns-zone': 'edge',
  external: 'external',
};

function organizationFiles(model: CompanyModel): EntityFile[] {
  const directly = (group: string) =>
    model.people
      .filter(person => person.groups.includes(group))
      .map(userEntity);
  return [
    {
      path: 'org/organization.yaml',
      entities: [
        rootGroup(model),
        ...directly(model.login),
        ...model.departments.flatMap(department => [
          departmentGroup(model, department),
          ...directly(department.name),
        ]),
      ],
    },
    ...model.teams.map(team => ({
      path: `org/${team.name}.yaml`,
      entities: [teamGroup(model, team), ...directly(team.name)],
    })),
  ];
}

function resourceFiles(resources: readonly Resource[]): EntityFile[] {
  return [...new Set(Object.values(RESOURCE_FILES))].map(name => ({
    path: `resources/${name}.yaml`,
    entities: resources
      .filter(resource => RESOURCE_FILES[resource.type] === name)
      .map(resourceEntity),
  }));
}

function readme(model: CompanyModel): string {
  return page(
    `# Catalog of ${model.name}`,
    'What the portal shows of the company that does not live in the repository of a component. `all.yaml` is where the portal starts to read.',
    section(
      'What is where',
      bullets([
        '`org/`: people and teams. Only this repository may say who belongs to a team.',
        '`domains.yaml`, `systems.yaml`: the 14 bounded contexts, the edge and the platform.',
        '`apis/`: one AsyncAPI document for each Kafka topic, owned by the team of its aggregate.',
        '`resources/`: stores, topics, clusters, and services of others.',
        '`portal/`: the portal itself.',
      ]),
    ),
    section(
      'Add a component',
      'Create it in the portal, which registers it; or put a `catalog-info.yaml` into its repository and add its address to `all.yaml`.',
    ),
  );
}

/** The repository with everything that has no repository of its own. */
export function catalogRepository(
  model: CompanyModel,
  index: ModelIndex,
  options: CatalogOptions,
): RepositorySeed {
  const definitions = model.topics.map(topic =>
    topicDefinition(model, index, topic),
  );
  const entityFiles: EntityFile[] = [
    ...organizationFiles(model),
    { path: 'domains.yaml', entities: model.domains.map(domainEntity) },
    { path: 'systems.yaml', entities: model.systems.map(systemEntity) },
    { path: 'apis/topics.yaml', entities: definitions.map(apiEntity) },
    ...resourceFiles(model.resources),
  ];
  const guests = model.components.filter(component => !component.hasRepository);
  const guestFiles = guests.flatMap(component =>
    componentFiles(model, index, component, options).map(file => ({
      ...file,
      path: `${guestFolder(component.name)}/${file.path}`,
    })),
  );
  const targets = [
    ...entityFiles.map(file => `./${file.path}`),
    ...guests.map(c => `./${guestFolder(c.name)}/catalog-info.yaml`),
    ...model.components
      .filter(component => component.hasRepository)
      .map(c => fileUrl(model, options, c.name, 'catalog-info.yaml')),
    ...(options.product
      ? [
          fileUrl(
            model,
            options,
            INFRASTRUCTURE_REPOSITORY,
            'infra/catalog-info.yaml',
          ),
        ]
      : []),
  ];
  const all = entity(
    'Location',
    { name: model.login, description: `Everything of ${model.name}.` },
    { targets },
  );
  const files: FileSeed[] = [
    { path: 'README.md', content: readme(model) },
    { path: 'CODEOWNERS', content: codeowners(model, 'platform') },
    { path: 'all.yaml', content: toYaml(all) },
    ...entityFiles.map(file => ({
      path: file.path,
      content: toYamlDocuments(file.entities),
    })),
    ...definitions.map(({ path, content }) => ({
      path: `apis/${path}`,
      content,
    })),
    ...guestFiles,
  ];
  return {
    name: CATALOG_REPOSITORY,
    description: 'People, systems, topics and resources of the company.',
    visibility: 'public',
    topics: ['catalog', 'backstage'],
    archived: false,
    files,
    teams: repositoryTeams('platform'),
    pullRequests: [],
    ...repositoryDates(model, CATALOG_REPOSITORY),
  };
}

/** Components without a repository are described in a folder: `portal`. */
function guestFolder(component: string): string {
  return component.replace(/^arctiq-/, '');
}
