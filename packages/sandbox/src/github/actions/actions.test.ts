import { setTimeout as sleep } from 'node:timers/promises';
import { startTestSandbox, TestSandbox } from '../../__testUtils__/testSandbox';
import { parseWorkflow } from './parseWorkflow';
import { runSchedule, runState } from './runState';

const valid = 'on: push\njobs: {test: {runs-on: x, steps: [{run: y}]}}';

// Real servers and real git: slow machines need patience.
jest.setTimeout(30_000);

describe('workflow files', () => {
  it.each([
    ['on: push', 'push', 'main', true],
    ['on: [push, pull_request]', 'pull_request', 'x', true],
    ['on: workflow_dispatch', 'push', 'main', false],
    ['on: {push: {branches: [main]}}', 'push', 'main', true],
    ['on: {push: {branches: [main]}}', 'push', 'feature/x', false],
    ['on: {push: {branches: ["feature/*"]}}', 'push', 'feature/x', true],
    ['on: {push: {branches: ["feature/*"]}}', 'push', 'feature/x/y', false],
    ['on: {push: {branches: ["feature/**"]}}', 'push', 'feature/x/y', true],
    ['on: {push: {branches-ignore: [main]}}', 'push', 'main', false],
    ['on: {push: {tags: ["v*"]}}', 'push', 'main', false],
  ])('with %s and a %s to %s: %s', (on, event, branch, expected) => {
    const jobs = 'jobs: {test: {runs-on: x, steps: []}}';
    const workflow = parseWorkflow('ci.yaml', `${on}\n${jobs}`);
    expect(workflow.problem).toBeUndefined();
    expect(workflow.startsOn(event, branch)).toBe(expected);
  });

  it.each([
    ['a: [', /no YAML/],
    ['just text', /not a mapping/],
    ['on: push', /no jobs/],
    ['on: push\njobs: {a: {steps: []}}', /runs-on/],
    ['on: push\njobs: {a: {runs-on: x}}', /no steps/],
  ])('finds the problem of %j', (text, problem) => {
    expect(parseWorkflow('ci.yaml', text).problem).toMatch(problem);
  });

  it('lets a run wait, work and end', () => {
    const createdAt = '2026-11-01T10:00:00.000Z';
    const after = (ms: number, problem?: string) => {
      const now = new Date(Date.parse(createdAt) + ms);
      const { status, conclusion } = runState({ createdAt, problem }, now);
      return [status, conclusion];
    };
    const { startsAfter, endsAfter } = runSchedule;
    expect(after(0)).toEqual(['queued', null]);
    expect(after(startsAfter)).toEqual(['in_progress', null]);
    expect(after(endsAfter)).toEqual(['completed', 'success']);
    expect(after(endsAfter, 'bad')).toEqual(['completed', 'failure']);
  });
});

describe('REST API: actions', () => {
  let sandbox: TestSandbox;
  const shop = { owner: 'acme', repo: 'shop' };

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(async () => {
    await sandbox.stop();
  });

  it('runs workflows on a push, a dispatch and a pull request', async () => {
    const client = sandbox.client();
    const workflows = await client.rest.actions.listRepoWorkflows(shop);
    expect(workflows.data.workflows).toMatchObject([
      { name: 'ci', path: '.github/workflows/ci.yaml' },
    ]);
    await client.rest.actions.getWorkflow({ ...shop, workflow_id: 'ci.yaml' });
    const before = await client.rest.actions.listWorkflowRunsForRepo(shop);
    expect(before.data.total_count).toBe(0);
    await client.rest.actions.createWorkflowDispatch({
      ...shop,
      workflow_id: 'ci.yaml',
      ref: 'main',
    });
    await client.rest.repos.createOrUpdateFileContents({
      ...shop,
      path: '.github/workflows/bad.yaml',
      message: 'Break it',
      content: Buffer.from('on: push').toString('base64'),
    });
    const runs = await client.rest.actions.listWorkflowRunsForRepo(shop);
    expect(runs.data.workflow_runs.map(({ event }) => event).sort()).toEqual([
      'push',
      'push',
      'workflow_dispatch',
    ]);
    expect(runs.data.workflow_runs[0].status).toBe('queued');
    await sleep(runSchedule.endsAfter + 100);
    const run = await client.rest.actions.getWorkflowRun({
      ...shop,
      run_id: runs.data.workflow_runs[0].id,
    });
    expect(run.data.status).toBe('completed');
    const after = await client.rest.actions.listWorkflowRuns({
      ...shop,
      workflow_id: 'bad.yaml',
      status: 'failure',
    });
    expect(after.data.total_count).toBe(1);
    const checks = await client.rest.checks.listForRef({
      ...shop,
      ref: 'main',
    });
    expect(checks.data.check_runs).toMatchObject([
      { name: 'test', conclusion: 'success' },
    ]);
    await expect(
      client.rest.actions.createWorkflowDispatch({
        ...shop,
        workflow_id: 'bad.yaml',
        ref: 'main',
      }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      client.rest.actions.createWorkflowDispatch({
        ...shop,
        workflow_id: 'nope.yaml',
        ref: 'main',
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('numbers the runs of a workflow', async () => {
    expect(parseWorkflow('x', valid).jobs).toEqual(['test']);
    const client = sandbox.client();
    for (const _ of [1, 2]) {
      await client.rest.actions.createWorkflowDispatch({
        ...shop,
        workflow_id: 'ci.yaml',
        ref: 'main',
      });
    }
    const { data } = await client.rest.actions.listWorkflowRuns({
      ...shop,
      workflow_id: 'ci.yaml',
      event: 'workflow_dispatch',
    });
    const [last, previous] = data.workflow_runs;
    expect(last.run_number).toBe(previous.run_number + 1);
  });
});
