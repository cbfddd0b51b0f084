import type { CompanyModel, Component } from '../../model';
import type { FileSeed, RepositorySeed } from '../../seed';
import { docsUrl } from '../addresses';
import { deploymentValues } from '../docs/deployment';
import { manifest } from '../docs/manifest';
import { codeowners, readme } from '../docs/repositoryFiles';
import type { ModelIndex } from '../modelIndex';
import type { CatalogOptions } from '../types';
import { componentFiles } from './componentFiles';
import { repositoryDates } from './dates';
import { repositoryTeams } from './teams';

/** The repository of a component, without its pull requests. */
export function componentRepository(
  model: CompanyModel,
  index: ModelIndex,
  component: Component,
  options: CatalogOptions,
): RepositorySeed {
  const values = deploymentValues(component);
  const files: FileSeed[] = [
    { path: 'README.md', content: readme(component, index, options) },
    { path: 'CODEOWNERS', content: codeowners(model, component.team) },
    manifest(component),
    ...(values ? [{ path: 'deploy/values.yaml', content: values }] : []),
    ...componentFiles(model, index, component, options),
  ];
  return {
    name: component.name,
    description: component.description,
    visibility: 'public',
    topics: [component.team, component.language, `tier-${component.tier}`],
    homepage: docsUrl(options, component.name),
    archived: false,
    files,
    teams: repositoryTeams(component.team),
    pullRequests: [],
    ...repositoryDates(model, component.name),
  };
}
