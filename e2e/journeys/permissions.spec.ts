import { expect, signIn, test } from '../support/browser';

test('a developer is told why another team’s component cannot be removed', async ({
  page,
}) => {
  await signIn(page, 'developer');
  await page.goto('/catalog/default/component/payment-service');
  await page.getByRole('button', { name: /more/i }).first().click();
  const item = page.getByRole('menuitem', {
    name: /remove from catalog|unregister/i,
  });
  await expect(item).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('menu')).toContainText(/payments/i);
});
