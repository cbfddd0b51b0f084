import type { Entity } from '@backstage/catalog-model';
import type { CompanyModel, Component } from '../../model';
import {
  dashboardUrl,
  docsUrl,
  namespaceOf,
  repositoryUrl,
} from '../addresses';
import type { ModelIndex } from '../modelIndex';
import { SLO_FILE } from '../slos/sloFile';
import type { CatalogOptions } from '../types';
import {
  ARCTIQ,
  entity,
  groupRef,
  ref,
  tierLabel,
  unlessEmpty,
} from './entity';

function annotations(
  model: CompanyModel,
  index: ModelIndex,
  component: Component,
): Record<string, string> {
  return {
    'backstage.io/techdocs-ref': 'dir:.',
    ...(component.hasRepository && {
      'github.com/project-slug': `${model.login}/${component.name}`,
    }),
    ...(component.runtime === 'kubernetes' && {
      'backstage.io/kubernetes-id': component.name,
      'backstage.io/kubernetes-namespace': namespaceOf(component),
    }),
    'pagerduty.com/service-id': component.pagerDutyServiceId,
    ...(index.slosOf(component.name).length > 0 && { [ARCTIQ.slo]: SLO_FILE }),
    [ARCTIQ.regions]: component.regions.join(','),
  };
}

function links(
  model: CompanyModel,
  component: Component,
  options: CatalogOptions,
) {
  return [
    {
      url: `${docsUrl(options, component.name)}/runbook`,
      title: 'Runbook',
      icon: 'docs',
      type: 'runbook',
    },
    {
      url: dashboardUrl(options, component),
      title: 'Dashboard',
      icon: 'dashboard',
      type: 'dashboard',
    },
    ...(component.hasRepository
      ? [
          {
            url: repositoryUrl(model, options, component.name),
            title: 'Repository',
            icon: 'github',
            type: 'repository',
          },
        ]
      : []),
  ];
}

function dependencies(component: Component, index: ModelIndex): string[] {
  const called = index.callsOf(component.name).flatMap(({ target }) => {
    switch (target.kind) {
      case 'external':
        return ref('resource', target.resource);
      case 'component':
        return ref('component', target.component);
      default:
        return [];
    }
  });
  const topics = index.topicsPublished(component.name).map(topic => topic.name);
  return [
    ...called,
    ...[...component.uses, ...topics].map(name => ref('resource', name)),
  ];
}

/** Something that a team builds and runs, with all that it is connected to. */
export function componentEntity(
  model: CompanyModel,
  index: ModelIndex,
  component: Component,
  options: CatalogOptions,
): Entity {
  const { name } = component;
  const provided = [
    ...index.restProvided(name),
    ...index.graphqlProvided(name),
    ...index.topicsPublished(name),
  ].map(contract => contract.name);
  const consumed = [
    ...index
      .callsOf(name)
      .flatMap(call => (call.target.kind === 'api' ? call.target.api : [])),
    ...index.eventsConsumed(name).map(flow => flow.topic),
  ];
  return entity(
    'Component',
    {
      name,
      title: component.title,
      description: component.description,
      labels: tierLabel(component.tier),
      annotations: annotations(model, index, component),
      tags: [component.language, component.runtime],
      links: links(model, component, options),
    },
    {
      type: component.type,
      lifecycle: component.lifecycle,
      owner: groupRef(component.team),
      system: ref('system', component.system),
      subcomponentOf:
        component.subcomponentOf && ref('component', component.subcomponentOf),
      providesApis: unlessEmpty(provided.map(api => ref('api', api))),
      consumesApis: unlessEmpty(consumed.map(api => ref('api', api))),
      dependsOn: unlessEmpty(dependencies(component, index)),
    },
  );
}
