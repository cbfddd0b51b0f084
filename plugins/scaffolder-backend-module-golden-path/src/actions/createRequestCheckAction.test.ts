import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { CheckAnswer } from '@arctiq/plugin-golden-path-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GoldenPathClient } from '../client/GoldenPathClient';
import { createRequestCheckAction } from './createRequestCheckAction';

const input = {
  name: 'returns-api',
  owner: 'group:default/orders',
  system: 'system:default/returns',
  tier: '2',
};

describe('golden-path:request:check', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  async function run(answer: CheckAnswer | Response) {
    let seen: unknown;
    server.use(
      http.post(
        'http://localhost:0/api/golden-path/v1/check',
        async ({ request }) => {
          seen = {
            body: await request.json(),
            authorization: request.headers.get('authorization'),
          };
          return answer instanceof Response
            ? answer
            : HttpResponse.json(answer as never);
        },
      ),
    );
    const action = createRequestCheckAction({
      client: new GoldenPathClient({
        auth: mockServices.auth(),
        discovery: mockServices.discovery(),
      }),
      portalUrl: 'http://portal',
    });
    const context = createMockActionContext({
      input,
      task: { id: 'run-1' },
      logger: mockServices.logger.mock(),
      getInitiatorCredentials: async () => mockCredentials.user(),
    });
    await action.handler(context);
    return { context, seen };
  }

  it('asks on behalf of the person, for this run, and passes the result on', async () => {
    const repository = {
      host: 'github.com',
      owner: 'acme',
      name: 'returns-api',
      htmlUrl: 'https://github.com/acme/returns-api',
      cloneUrl: 'https://github.com/acme/returns-api.git',
    };
    const { context, seen } = await run({
      problems: [
        {
          code: 'github-unchecked',
          message: 'GitHub is slow',
          severity: 'warning',
          field: 'name',
        },
      ],
      resolved: {
        ...input,
        ownerName: 'orders',
        ownerTitle: 'Orders',
        systemName: 'returns',
        repository,
      },
    });
    expect(seen).toEqual({
      body: { ...input, runId: 'run-1' },
      authorization: `Bearer ${mockCredentials.service.token({
        onBehalfOf: mockCredentials.user(),
        targetPluginId: 'golden-path',
      })}`,
    });
    expect(context.logger.warn).toHaveBeenCalledWith('GitHub is slow');
    expect(
      Object.fromEntries((context.output as jest.Mock).mock.calls),
    ).toEqual({
      name: 'returns-api',
      owner: 'group:default/orders',
      ownerName: 'orders',
      ownerTitle: 'Orders',
      system: 'system:default/returns',
      systemName: 'returns',
      repository,
      portalUrl: 'http://portal',
    });
  });

  it.each([
    ['owner-not-member', 'NotAllowedError'],
    ['repository-exists', 'ConflictError'],
    ['entity-exists', 'ConflictError'],
    ['capitals', 'InputError'],
    ['system-unknown', 'InputError'],
  ])('ends on %s with %s in plain words', async (code, name) => {
    const result = run({
      problems: [
        { code, message: 'Do this instead.', severity: 'error', field: 'name' },
      ],
    });
    await expect(result).rejects.toMatchObject({
      name,
      message: 'Do this instead.',
    });
  });

  it('does not take a backend that fails for a yes', async () => {
    await expect(
      run(HttpResponse.json({}, { status: 503 })),
    ).rejects.toMatchObject({ name: 'ResponseError' });
  });
});
