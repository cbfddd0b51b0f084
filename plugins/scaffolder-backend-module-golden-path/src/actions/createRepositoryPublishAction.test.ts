import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  stat,
  writeFile,
} from 'node:fs/promises';
import { promisify } from 'node:util';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { configFor } from '../__testUtils__/openSession';
import { startGitHub, TestGitHub } from '../__testUtils__/startGitHub';
import { readActionsConfig } from '../config';
import { GitHubAccess } from '../github/GitHubAccess';
import { createRepositoryPublishAction } from './createRepositoryPublishAction';

const run = promisify(execFile);

describe('golden-path:repository:publish', () => {
  const workspace = createMockDirectory();
  const clone = createMockDirectory();
  const temporary = createMockDirectory();
  let github: TestGitHub;

  beforeEach(async () => {
    github = await startGitHub();
    workspace.clear();
    clone.clear();
    temporary.clear();
    await mkdir(workspace.resolve('src'));
    await writeFile(workspace.resolve('src/index.ts'), 'export {};\n');
    await writeFile(workspace.resolve('run.sh'), '#!/bin/sh\n');
    await chmod(workspace.resolve('run.sh'), 0o755);
    await writeFile(workspace.resolve('.gitignore'), 'node_modules\n');
  });
  afterEach(() => github.stop());

  async function publish(runId: string, owner = 'group:default/orders') {
    const rootConfig = configFor(github.host);
    const config = readActionsConfig(rootConfig);
    const action = createRepositoryPublishAction({
      config,
      catalog: catalogServiceMock.mock({
        getEntityByRef: async ref =>
          ref === 'group:default/orders'
            ? {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: {
                  name: 'orders',
                  annotations: { 'github.com/team-slug': 'acme/orders' },
                },
              }
            : undefined,
      }),
      github: GitHubAccess.fromConfig(rootConfig, config.github),
    });
    const context = createMockActionContext({
      workspacePath: workspace.path,
      task: { id: runId },
      logger: mockServices.logger.mock(),
      getInitiatorCredentials: async () => mockCredentials.user(),
      templateInfo: { entityRef: 'template:default/node-service' },
      user: {
        ref: 'user:default/amara.okafor',
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'amara.okafor' },
          spec: {
            profile: {
              displayName: 'Amara Okafor',
              email: 'amara@acme.example',
            },
          },
        },
      },
      input: {
        name: 'returns-api',
        description: 'Takes returns ${{ secrets.x }}',
        owner,
        topics: ['golden-path'],
        requiredChecks: ['verify'],
      },
    });
    // The mock would give the workspace itself.
    context.createTemporaryDirectory = () => mkdtemp(temporary.resolve('git-'));
    await action.handler(context);
    return Object.fromEntries((context.output as jest.Mock).mock.calls);
  }

  function repositories(): Promise<Array<{ name: string }>> {
    return github.api('/orgs/acme/repos');
  }

  it('makes a repository that a team can work in', async () => {
    const output = await publish('run-1');
    expect(output).toEqual({
      htmlUrl: `${github.url}/acme/returns-api`,
      cloneUrl: `${github.url}/acme/returns-api.git`,
      repoContentsUrl: `${github.url}/acme/returns-api/blob/main`,
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
    });

    const authenticated = output.cloneUrl.replace('//', '//x:token@');
    await run('git', ['clone', '-q', authenticated, clone.resolve('repo')]);
    expect(await readFile(clone.resolve('repo/src/index.ts'), 'utf8')).toBe(
      'export {};\n',
    );
    const { mode } = await stat(clone.resolve('repo/run.sh'));
    expect(mode & 0o111).toBe(0o111);
    const { stdout } = await run(
      'git',
      ['log', '--format=%H|%an|%ae|%cn|%B', 'main'],
      { cwd: clone.resolve('repo') },
    );
    expect(stdout.trim()).toBe(
      `${output.commitHash}|Amara Okafor|amara@acme.example|The Portal|` +
        'feat: create returns-api\n\n' +
        'Rendered by template:default/node-service.\n\n' +
        'Portal-Run: http://portal/create/tasks/run-1',
    );

    const path = '/repos/acme/returns-api';
    expect(await github.api(path)).toMatchObject({
      description: 'Takes returns ${{ secrets.x }}',
      homepage: 'http://portal/create/tasks/run-1',
      private: true,
      default_branch: 'main',
      topics: ['golden-path'],
      delete_branch_on_merge: true,
      allow_squash_merge: true,
      allow_merge_commit: false,
      allow_rebase_merge: false,
    });
    expect(await github.api(`${path}/teams`)).toEqual([
      expect.objectContaining({ slug: 'orders', permission: 'maintain' }),
    ]);
    expect(await github.api(`${path}/branches/main/protection`)).toMatchObject({
      required_status_checks: { strict: true, contexts: ['verify'] },
      required_pull_request_reviews: { require_code_owner_reviews: true },
      allow_force_pushes: { enabled: false },
      enforce_admins: { enabled: false },
    });
  });

  it('refuses before it makes anything when the owner has no team', async () => {
    await expect(publish('run-1', 'group:default/other')).rejects.toThrow(
      /has no GitHub team in acme.*no repository was made/,
    );
    expect(await repositories()).toEqual([]);
  });

  it.each([
    ['POST', '^/acme/returns-api.git/git-receive-pack', 'First commit on main'],
    ['PUT', '^/orgs/acme/teams/', 'Access of the team orders'],
    ['PUT', '^/repos/acme/returns-api/topics', 'Topics'],
    ['PUT', '^/repos/acme/returns-api/branches/', 'Protection of main'],
  ])(
    'continues after %s %s failed, with one repository and one commit',
    async (method, path, step) => {
      await github.fault({ method, path, mode: 'error', status: 403 });
      await expect(publish('run-1')).rejects.toThrow(
        new RegExp(`^${step}.* failed: .*The repository \\S+ exists.*Retry`),
      );
      await github.heal();

      await expect(publish('run-2')).rejects.toThrow(
        /the run http:\/\/portal\/create\/tasks\/run-1 made it/,
      );
      const { commitHash } = await publish('run-1');
      expect(await repositories()).toHaveLength(1);
      const commits: Array<{ sha: string }> = await github.api(
        '/repos/acme/returns-api/commits',
      );
      expect(commits.map(({ sha }) => sha)).toEqual([commitHash]);
    },
  );

  it.each([
    ['the creation', 'POST', '^/orgs/acme/repos$'],
    ['the push', 'POST', '^/acme/returns-api.git/git-receive-pack'],
    ['the protection', 'PUT', '^/repos/acme/returns-api/branches/'],
  ])(
    'does not notice that the answer to %s was lost',
    async (_name, method, path) => {
      await github.fault({
        method,
        path,
        mode: 'error',
        status: 502,
        applied: true,
        times: 1,
      });
      const { commitHash } = await publish('run-1');
      const commits = await github.api('/repos/acme/returns-api/commits');
      expect(commits).toEqual([expect.objectContaining({ sha: commitHash })]);
      expect(await repositories()).toHaveLength(1);
    },
  );

  it.each(['html', 'truncated', 'down', 'reset', 'secondary-rate-limited'])(
    'gets over a moment in which GitHub is %s',
    async mode => {
      await github.fault({
        path: '^/(orgs|repos)/',
        mode,
        after: 1,
        times: 2,
        delayMs: 1000,
      });
      await publish('run-1');
      expect(await repositories()).toHaveLength(1);
    },
  );

  it('lets two runs of one name make one repository', async () => {
    const results = await Promise.allSettled([
      publish('run-1'),
      publish('run-2'),
    ]);
    const refused = results.filter(result => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0].reason)).toMatch(/exists already: the run/);
    expect(await repositories()).toHaveLength(1);
  });

  it('lets one run that two processes carry out make one commit', async () => {
    const [first, second] = await Promise.all([
      publish('run-1'),
      publish('run-1'),
    ]);
    expect(second.commitHash).toBe(first.commitHash);
  });

  it('makes nothing when the rendered files are lost', async () => {
    workspace.clear();
    await expect(publish('run-1')).rejects.toThrow(
      /rendered files of this run are lost/,
    );
    expect(await repositories()).toEqual([]);
  });
});
