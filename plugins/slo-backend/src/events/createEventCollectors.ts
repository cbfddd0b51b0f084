import type {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SloConfig } from '../config/readSloConfig';
import type { EventStore } from '../store/EventStore';
import { DeploymentCollector } from './DeploymentCollector';
import { GithubDeploymentSource } from './GithubDeploymentSource';
import { IncidentCollector } from './IncidentCollector';
import { PagerDutySource } from './PagerDutySource';

/** What collectors of events need. */
export interface EventCollectorOptions {
  rootConfig: RootConfigService;
  config: SloConfig;
  catalog: CatalogService;
  auth: AuthService;
  events: EventStore;
  logger: LoggerService;
}

/** As far as the longest calendar window, a quarter, reaches back. */
const BACKFILL_DAYS = 92;

/**
 * The collector of deployments, or undefined when the configuration names no
 * GitHub.
 *
 * @throws InputError when there is no integration for that host
 */
export function createDeploymentCollector(
  options: EventCollectorOptions,
): DeploymentCollector | undefined {
  const { config, rootConfig, logger, events } = options;
  if (!config.deployments) {
    return undefined;
  }
  const { host, environments } = config.deployments;
  const integrations = ScmIntegrations.fromConfig(rootConfig);
  const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
  if (!apiBaseUrl) {
    throw new InputError(
      `There is no GitHub integration for '${host}', the value of slo.deployments.github.host. ` +
        'Add that host with its apiBaseUrl to integrations.github.',
    );
  }
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return new DeploymentCollector({
    ...options,
    source: new GithubDeploymentSource({
      host,
      apiBaseUrl,
      credentials,
      logger,
    }),
    store: events,
    environments,
    logger: logger.child({ task: 'collect-deploys' }),
  });
}

/** The collector of incidents, or undefined when the configuration names no PagerDuty. */
export function createIncidentCollector(
  options: EventCollectorOptions,
): IncidentCollector | undefined {
  const { config, events, logger } = options;
  return (
    config.incidents &&
    new IncidentCollector({
      ...options,
      source: new PagerDutySource(config.incidents),
      store: events,
      backfillDays: BACKFILL_DAYS,
      logger: logger.child({ task: 'collect-incidents' }),
    })
  );
}
