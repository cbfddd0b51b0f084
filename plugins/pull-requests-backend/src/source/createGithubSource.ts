import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { PullRequestsConfig } from '../config';
import { GithubPullRequestSource } from './GithubPullRequestSource';
import { PullRequestSource } from './PullRequestSource';

/**
 * Makes the source from the integration that the configuration names.
 *
 * @throws InputError when there is no integration for that host
 */
export function createGithubSource(options: {
  rootConfig: RootConfigService;
  config: PullRequestsConfig;
  logger: LoggerService;
}): PullRequestSource {
  const { rootConfig, config, logger } = options;
  const { host, organization } = config;
  const integrations = ScmIntegrations.fromConfig(rootConfig);
  const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
  if (!apiBaseUrl) {
    throw new InputError(
      `There is no GitHub integration for '${host}', the value of pullRequests.github.host. ` +
        'Add that host with its apiBaseUrl to integrations.github.',
    );
  }
  return new GithubPullRequestSource({
    host,
    organization,
    apiBaseUrl,
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    logger,
  });
}
