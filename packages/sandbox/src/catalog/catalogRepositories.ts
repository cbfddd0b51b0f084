import type { CompanyModel } from '../model';
import { indexModel } from './modelIndex';
import { catalogRepository } from './repositories/catalogRepository';
import { componentRepository } from './repositories/componentRepository';
import { infrastructureRepositories } from './repositories/infrastructureRepositories';
import { organizationSeed } from './repositories/organizationSeed';
import { pullRequestSeed } from './repositories/pullRequests';
import type { CatalogOptions, CatalogSeed } from './types';

/**
 * The organisation and all repositories of the company: `catalog`, from whose
 * `all.yaml` the portal reads everything, one for each component, and those of
 * the infrastructure.
 *
 * @param model - the company
 * @param options - addresses that the files refer to
 * @throws Error when the model refers to something that it does not have
 */
export function catalogRepositories(
  model: CompanyModel,
  options: CatalogOptions,
): CatalogSeed {
  const index = indexModel(model);
  const repositories = [
    catalogRepository(model, index, options),
    ...model.components
      .filter(component => component.hasRepository)
      .map(component => componentRepository(model, index, component, options)),
    ...(options.product
      ? infrastructureRepositories(model, options.product.infrastructure)
      : []),
  ];
  return {
    organization: organizationSeed(model, index),
    repositories: repositories.map(repository => ({
      ...repository,
      pullRequests: model.pullRequests
        .filter(pullRequest => pullRequest.repository === repository.name)
        .map(pullRequest => pullRequestSeed(pullRequest, repository)),
    })),
  };
}
