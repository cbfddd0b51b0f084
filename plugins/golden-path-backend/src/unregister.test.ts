import request from 'supertest';
import { locationRecord, owned } from './__testUtils__/entities';
import { startPlugin } from './__testUtils__/startPlugin';

const TARGET = 'http://github/arctiq-commerce/returns-api/blob/main/c.yaml';
const REF = 'component:default/returns-api';

function registered(memberships: string[], apiOwner = 'orders') {
  return startPlugin({
    githubHost: 'github',
    memberships,
    entities: [
      locationRecord(TARGET),
      owned('Component', 'returns-api', 'orders', `url:${TARGET}`),
      owned('API', 'returns-v1', apiOwner, `url:${TARGET}`),
    ],
    locations: { [REF]: TARGET },
  });
}

function unregister(
  server: Parameters<typeof request>[0],
  entityRef: string = REF,
) {
  return request(server)
    .post('/api/golden-path/v1/unregister')
    .send({ entityRef });
}

describe('POST /v1/unregister', () => {
  it.each([['orders'], ['platform']])(
    'removes all of the location for a member of %s',
    async group => {
      const { server, removed, auditor, auditEvent } = await registered([
        group,
      ]);
      const { status, body } = await unregister(server);
      expect(status).toBe(200);
      expect(body).toEqual({
        target: TARGET,
        entityRefs: [REF, 'api:default/returns-v1'],
      });
      expect(removed).toEqual([`id of ${TARGET}`]);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'unregister',
          meta: { entityRef: REF },
        }),
      );
      expect(auditEvent.success).toHaveBeenCalledTimes(1);
    },
  );

  it.each([
    ['another team', ['payments'], 'orders', /returns-api/],
    ['nobody', [], 'orders', /returns-api/],
    ['the owner of a part only', ['orders'], 'payments', /^api:\S+returns-v1/],
  ])('refuses %s', async (_name, memberships, apiOwner, message) => {
    const { server, removed, auditEvent } = await registered(
      memberships,
      apiOwner,
    );
    const { status, body } = await unregister(server);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(message);
    expect(body.error.message).toContain('belongs to another team');
    expect(removed).toEqual([]);
    expect(auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it('does not remove what comes from the company catalog', async () => {
    const { server, removed } = await registered(['orders']);
    const { status, body } = await unregister(
      server,
      'component:default/order-service',
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain('catalog/blob/main/all.yaml');
    expect(removed).toEqual([]);
  });

  it('answers 404 for what is not there and 400 for what is no ref', async () => {
    const { server } = await registered(['orders']);
    expect((await unregister(server, 'component:default/x')).status).toBe(404);
    expect((await unregister(server, 'nothing')).status).toBe(400);
  });
});
