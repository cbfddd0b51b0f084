import { createHash } from 'node:crypto';
import type { CompanyModel, Component } from '../model';
import type { CatalogOptions } from './types';

/** Branch that everything is read from. */
export const DEFAULT_BRANCH = 'main';

/** Repository with the people, systems, resources and topics. */
export const CATALOG_REPOSITORY = 'catalog';

/** The portal as a component of the company. */
export const PORTAL_COMPONENT = 'arctiq-portal';

/** Repository with the Terraform modules and stacks. */
export const INFRASTRUCTURE_REPOSITORY = 'infra';

/** Repository that Argo CD syncs. */
export const GITOPS_REPOSITORY = 'gitops';

/** Address of a repository of the company. */
export function repositoryUrl(
  model: CompanyModel,
  options: CatalogOptions,
  repository: string,
): string {
  return `${options.githubUrl}/${model.login}/${repository}`;
}

/** Address of a file on the default branch. */
export function fileUrl(
  model: CompanyModel,
  options: CatalogOptions,
  repository: string,
  path: string,
): string {
  return `${repositoryUrl(
    model,
    options,
    repository,
  )}/blob/${DEFAULT_BRANCH}/${path}`;
}

/** Documentation of a component in the portal. */
export function docsUrl(options: CatalogOptions, component: string): string {
  return `${options.portalUrl}/docs/default/component/${component}`;
}

/** The component's dashboard in Grafana. */
export function dashboardUrl(
  options: CatalogOptions,
  component: Pick<Component, 'name'>,
): string {
  const grafana = options.grafanaUrl ?? 'https://grafana.arctiq.example';
  const uid = createHash('sha256')
    .update(`dashboard:${component.name}`)
    .digest('hex')
    .slice(0, 12);
  return `${grafana}/d/${uid}/${component.name}`;
}

/** Kubernetes namespace: each team has one. */
export function namespaceOf(component: Pick<Component, 'team'>): string {
  return component.team;
}

/** Address of a component inside the cluster. */
export function serviceUrl(component: Component): string {
  return `http://${component.name}.${namespaceOf(
    component,
  )}.svc.cluster.local:${component.port ?? 80}`;
}
