import { expect, expectAccessible, signIn, test } from '../support/browser';

test.beforeEach(async ({ page }) => {
  await signIn(page, 'developer');
});

test('the catalog lists components, and a component tells whose it is', async ({
  page,
}) => {
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  await expect(page.getByRole('link', { name: 'order-service' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'order-service' }).click();
  await expect(
    page.getByRole('heading', { name: /order-service/i }).first(),
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
  await expect(page.getByText('payment-service').first()).toBeVisible();
  await expectAccessible(page);
});

test('an API shows its contract', async ({ page }) => {
  await page.goto('/api-docs?filters[user]=all');
  await expectAccessible(page);
  await page.goto('/catalog/default/api/orders-api/definition');
  await expect(page.getByText('/api/orders').first()).toBeVisible();
});

test('documentation is built on demand and readable', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/docs/default/component/order-service');
  await expect(
    page.getByRole('link', { name: /runbook/i }).first(),
  ).toBeVisible({ timeout: 150_000 });
});

test('a team shows its people and what it owns', async ({ page }) => {
  await page.goto('/catalog/default/group/orders');
  await expect(page.getByText('Amara Okafor').first()).toBeVisible();
  await expectAccessible(page);
});

test('search tells kinds apart', async ({ page }) => {
  await expect(async () => {
    await page.goto('/search?query=orders');
    await expect(page.getByRole('main').getByText(/API/).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 60_000 });
  await expect(
    page
      .getByRole('main')
      .getByText(/Component|Service/)
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('notifications, settings and import are there', async ({ page }) => {
  for (const path of ['/notifications', '/settings', '/catalog-import']) {
    await page.goto(path);
    await expect(
      page.getByRole('main').or(page.locator('main')).first(),
    ).toBeVisible();
    await expectAccessible(page);
  }
});
