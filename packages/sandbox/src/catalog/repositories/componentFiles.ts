import type { CompanyModel, Component } from '../../model';
import type { FileSeed } from '../../seed';
import { PORTAL_COMPONENT } from '../addresses';
import { graphqlDefinition, restDefinition } from '../definitions';
import { indexPage } from '../docs/indexPage';
import { mkdocs } from '../docs/repositoryFiles';
import { runbookPage } from '../docs/runbookPage';
import { apiEntity } from '../entities/apis';
import { componentEntity } from '../entities/components';
import type { ModelIndex } from '../modelIndex';
import { SLO_FILE, sloFile } from '../slos/sloFile';
import { toYamlDocuments } from '../toYaml';
import type { CatalogOptions } from '../types';

/** The portal brings its own documentation; that of others is made up. */
function documentation(
  component: Component,
  index: ModelIndex,
  options: CatalogOptions,
): FileSeed[] {
  return component.name === PORTAL_COMPONENT && options.product
    ? options.product.documentation
    : [
        { path: 'mkdocs.yml', content: mkdocs(component) },
        { path: 'docs/index.md', content: indexPage(component, index) },
      ];
}

/**
 * What the portal reads about a component: its entities with the definitions of
 * its APIs, and its documentation.
 */
export function componentFiles(
  model: CompanyModel,
  index: ModelIndex,
  component: Component,
  options: CatalogOptions,
): FileSeed[] {
  const definitions = [
    ...index
      .restProvided(component.name)
      .map(contract => restDefinition(model, index, contract)),
    ...index
      .graphqlProvided(component.name)
      .map(contract => graphqlDefinition(index, contract)),
  ];
  const slos = index.slosOf(component.name);
  return [
    {
      path: 'catalog-info.yaml',
      content: toYamlDocuments([
        componentEntity(model, index, component, options),
        ...definitions.map(apiEntity),
      ]),
    },
    ...(slos.length > 0
      ? [{ path: SLO_FILE, content: sloFile(component, slos) }]
      : []),
    ...documentation(component, index, options),
    {
      path: 'docs/runbook.md',
      content: runbookPage(component, index, options),
    },
    ...definitions.map(({ path, content }) => ({ path, content })),
  ];
}
