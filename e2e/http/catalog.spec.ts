import { expect, test } from '@playwright/test';
import { PortalApi, Session, until } from '../support/api';
import { githubToken, portalUrl, sandboxUrl } from '../support/environment';
import { people } from '../support/people';
import { freshName, serviceRequest } from '../support/requests';

const portal = new PortalApi(portalUrl);
let developer: Session;

test.beforeAll(async () => {
  developer = await portal.signInWhenKnown(people.developer.ref);
});

/** Commits a new version of a file, as a colleague with push access would. */
async function commit(repository: string, path: string, content: string) {
  const url = `${sandboxUrl}/api/v3/repos/arctiq-commerce/${repository}/contents/${path}`;
  const headers = {
    authorization: `Bearer ${githubToken}`,
    'content-type': 'application/json',
  };
  const current = await (await fetch(url, { headers })).json();
  const response = await fetch(url, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      message: `Change ${path}`,
      content: Buffer.from(content).toString('base64'),
      sha: current.sha,
    }),
  });
  expect(response.status, await response.text()).toBe(200);
}

test('a malformed catalog-info is an error on its own entity and harms no other', async () => {
  test.setTimeout(120_000);
  const name = freshName('malformed');
  const started = await portal.startRun(developer, serviceRequest({ name }));
  const run = await portal.runEnded(developer, started.body.id);
  expect(run.status).toBe('completed');
  const count = async () =>
    (
      await portal.request('/api/catalog/entities/by-query?limit=0', {
        session: developer,
      })
    ).body.totalItems;
  const before = await count();

  await commit(
    name,
    'catalog-info.yaml',
    `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  annotations: nonsense\nspec:\n  type: service\n  lifecycle: production\n  owner: group:default/orders\n`,
  );

  // The push webhook refreshes the location; the entity stays, with the error.
  const errors = await until(
    'the error on the location of the entity',
    async () => {
      const { body } = await portal.request(
        `/api/catalog/entities/by-query?limit=500&filter=metadata.annotations.backstage.io/managed-by-origin-location=url:${sandboxUrl}/arctiq-commerce/${name}/blob/main/catalog-info.yaml`,
        { session: developer },
      );
      const items = body.items.flatMap(
        (entity: any) => entity.status?.items ?? [],
      );
      return items.length > 0 ? items : undefined;
    },
    60_000,
    500,
  );
  expect(JSON.stringify(errors)).toMatch(/annotations/);
  expect(await portal.entity(developer, 'component', name)).toBeDefined();
  expect(await count()).toBe(before);
  expect(
    (await portal.entity(developer, 'component', 'order-service')).status,
  ).toBeUndefined();
});

test('every relation of the catalog ends at an entity, every owner exists', async () => {
  const entities: any[] = [];
  let cursor: string | undefined;
  do {
    const page = await portal.request(
      `/api/catalog/entities/by-query?limit=250${
        cursor ? `&cursor=${cursor}` : ''
      }`,
      { session: developer },
    );
    entities.push(...page.body.items);
    cursor = page.body.pageInfo.nextCursor;
  } while (cursor);
  const refOf = ({ kind, metadata }: any) =>
    `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();
  const known = new Set(entities.map(refOf));
  const dangling = entities.flatMap(entity =>
    (entity.relations ?? [])
      .filter(({ targetRef }: any) => !known.has(targetRef))
      .map(
        ({ type, targetRef }: any) => `${refOf(entity)} ${type} ${targetRef}`,
      ),
  );
  expect(dangling).toEqual([]);
  const ownerless = entities
    .filter(({ kind }) =>
      ['Component', 'System', 'API', 'Resource'].includes(kind),
    )
    .filter(
      ({ relations }) => !relations.some(({ type }: any) => type === 'ownedBy'),
    )
    .map(refOf);
  expect(ownerless).toEqual([]);
  expect(entities.length).toBeGreaterThan(300);
});
