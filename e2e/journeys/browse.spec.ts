import { expect, expectAccessible, signIn, test } from '../support/browser';

test.beforeEach(async ({ page }) => {
  await signIn(page, 'developer');
});

test('the catalog lists components, and a component tells whose it is', async ({
  page,
}) => {
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  await expect(
    page.getByRole('heading', { name: /Components \(/, level: 2 }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByPlaceholder('Search').fill('Order Service');

  await page.getByRole('link', { name: 'Order Service', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Order Service' }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: /orders/i }).first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('the relations of a component are drawn', async ({ page }) => {
  await page.goto(
    '/catalog-graph?rootEntityRefs[]=component:default/order-service&maxDepth=1',
  );
  await expect(page.getByText('Payments API').first()).toBeVisible();
  await expectAccessible(page);
});

test('an API shows its contract', async ({ page }) => {
  await page.goto('/api-docs?filters[user]=all');
  await expectAccessible(page);
  await page.goto('/catalog/default/api/orders-api/definition');
  await expect(page.getByText('/api/orders').first()).toBeVisible();
});

test.describe('documentation', () => {
  // Asked for before it is built; the page then waits for the build.
  test.use({ expectedErrors: [/status of 404 .*\/api\/techdocs\//] });

  test('documentation is built on demand and readable', async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/docs/default/component/order-service');
    await expect(
      page.getByRole('link', { name: /runbook/i }).first(),
    ).toBeVisible({ timeout: 150_000 });
  });
});

test('a team shows its people and what it owns', async ({ page }) => {
  await page.goto('/catalog/default/group/orders');
  await expect(page.getByText('Amara Okafor').first()).toBeVisible();
  await expectAccessible(page);
});

test('search tells kinds apart', async ({ page }) => {
  test.setTimeout(120_000);
  // The index is filled once a minute.
  await expect(async () => {
    await page.goto('/search?query=order');
    await expect(page.getByText('API', { exact: true }).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 90_000 });
  for (const kind of ['Component', 'Resource', 'System']) {
    await expect(page.getByText(kind, { exact: true }).first()).toBeVisible();
  }
  await expectAccessible(page);
});

const plainPages = {
  '/notifications': 'Notifications',
  '/settings': 'Settings',
  '/catalog-import': /Import|Register/,
};
for (const [path, name] of Object.entries(plainPages)) {
  test(`${path} is there`, async ({ page }) => {
    await page.goto(path);
    await expect(
      page.getByRole('heading', { name }).or(page.getByText(name)).first(),
    ).toBeVisible();
    await expectAccessible(page);
  });
}
