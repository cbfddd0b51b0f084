import { expect, expectAccessible, signIn, test } from '../support/browser';

test.beforeEach(async ({ page }) => {
  await signIn(page, 'platformEngineer');
});

// Asked for before it is built; the page then waits for the build.
test.use({ expectedErrors: [/status of 404 .*\/api\/techdocs\//] });

test('the stack of a region leads to the map of the accounts', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/catalog/default/resource/stack-prod-us-east-1');
  await expect(
    page.getByRole('heading', { name: 'Stack prod us-east-1' }).first(),
  ).toBeVisible();
  await expectAccessible(page);

  await page
    .getByRole('link', { name: /View TechDocs/i })
    .first()
    .click();
  await expect(page).toHaveURL(
    /\/docs\/default\/component\/arctiq-portal\/infrastructure\/accounts/,
  );
  await expect(
    page.getByRole('heading', { name: /account/i }).first(),
  ).toBeVisible({ timeout: 200_000 });
});

test('the runbook of a region that is lost can be read', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(
    '/docs/default/component/arctiq-portal/runbooks/region-failover/',
  );
  await expect(
    page.getByRole('heading', { name: /region failover/i }).first(),
  ).toBeVisible({ timeout: 200_000 });
});
