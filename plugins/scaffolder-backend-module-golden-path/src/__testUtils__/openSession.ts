import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ActionsConfig, readActionsConfig } from '../config';
import { GitHubAccess } from '../github/GitHubAccess';
import { RetryBudget } from '../github/RetryBudget';

/** The configuration of a portal whose GitHub is at `host`. */
export function configFor(host: string): ConfigReader {
  return new ConfigReader({
    app: { title: 'Portal', baseUrl: 'http://portal' },
    scaffolder: {
      defaultAuthor: { name: 'The Portal', email: 'portal@acme.example' },
    },
    integrations: {
      github: [{ host, apiBaseUrl: `http://${host}/api/v3`, token: 'token' }],
    },
    goldenPath: { github: { host, organization: 'acme' } },
  });
}

/** A session with the GitHub at `host`, which gives up after `totalMs`. */
export async function openSession(host: string, totalMs = 5000) {
  const rootConfig = configFor(host);
  const config: ActionsConfig = readActionsConfig(rootConfig);
  const logger = mockServices.logger.mock();
  const budget = new RetryBudget({ totalMs, logger });
  const github = GitHubAccess.fromConfig(rootConfig, config.github);
  return { ...(await github.open(budget)), config, logger, budget };
}
