import { PortalApi } from '../support/api';
import { expect, expectAccessible, signIn, test } from '../support/browser';
import { portalUrl } from '../support/environment';
import { people } from '../support/people';

const portal = new PortalApi(portalUrl);

test('the on-call engineer finds what burns fastest in two clicks', async ({
  page,
}) => {
  const onCall = await portal.signIn(people.onCall.ref);
  const { body } = await portal.request('/api/slo/v1/slos?limit=1&mine=true', {
    session: onCall,
  });
  const [fastest] = body.items;
  expect(fastest.status.currentBurn).toBeGreaterThan(1);

  await signIn(page, 'onCall');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: 'SLOs' })
    .first()
    .click();
  const main = page.getByRole('main').last();
  await main
    .getByRole('heading', { level: 2 })
    .first()
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(new RegExp(`/slos/${fastest.id}$`));
  await expect(
    page.getByText(/of its budget left|burns|overspent/).first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('a developer sees why the gate froze and which deploy spent the budget', async ({
  page,
}) => {
  await signIn(page, 'developer');
  await page.goto('/catalog/default/component/order-service/slos');
  const gate = page
    .getByRole('region', { name: 'Promotion gate 4: error budget' })
    .or(page.locator('section', { hasText: 'Promotion gate 4' }));
  await expect(gate.first()).toContainText(/frozen/i);
  await expect(gate.first()).toContainText('Split shipments for large baskets');
  await expectAccessible(page);
});

test('filters are in the address and survive a reload', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/slos?view=all');
  await page.getByRole('link', { name: /^Exhausted/ }).click();
  await expect(page).toHaveURL(/state=exhausted/);
  await page.reload();
  await expect(page).toHaveURL(/state=exhausted/);
  await expect(page.getByText('Exhausted').first()).toBeVisible();
});
