import { mockServices } from '@backstage/backend-test-utils';
import { readPullRequestsConfig } from './config';
import { createGithubSource } from './source/createGithubSource';

const github = { host: 'github.test', organization: 'arctiq-commerce' };

describe('configuration', () => {
  it('reads the organization and has schedules of its own', () => {
    const rootConfig = mockServices.rootConfig({
      data: { pullRequests: { github } },
    });
    expect(readPullRequestsConfig(rootConfig)).toMatchObject({
      ...github,
      schedule: { frequency: { seconds: 60 } },
      directorySchedule: { frequency: { seconds: 30 } },
    });
  });

  it('takes schedules over', () => {
    const schedule = {
      frequency: { minutes: 5 },
      timeout: { minutes: 1 },
    };
    const rootConfig = mockServices.rootConfig({
      data: { pullRequests: { github, schedule } },
    });
    expect(readPullRequestsConfig(rootConfig).schedule).toMatchObject(schedule);
  });

  it.each([
    [{}, "Missing required config value at 'pullRequests'"],
    [
      { pullRequests: { github: { host: 'x' } } },
      "Missing required config value at 'pullRequests.github.organization'",
    ],
  ])('names what is missing in %j', (data, message) => {
    expect(() =>
      readPullRequestsConfig(mockServices.rootConfig({ data })),
    ).toThrow(message);
  });

  it('says which integration is missing', () => {
    const rootConfig = mockServices.rootConfig({
      data: { pullRequests: { github } },
    });
    expect(() =>
      createGithubSource({
        rootConfig,
        config: readPullRequestsConfig(rootConfig),
        logger: mockServices.logger.mock(),
      }),
    ).toThrow("There is no GitHub integration for 'github.test'");
  });
});
