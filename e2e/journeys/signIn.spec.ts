import { expect, expectAccessible, signIn, test } from '../support/browser';
import { people, Persona } from '../support/people';

test.describe('signing in', () => {
  for (const persona of Object.keys(people) as Persona[]) {
    test(`as the ${persona}: home greets the person by name`, async ({
      page,
    }) => {
      await signIn(page, persona);
      await expectAccessible(page);
      // The session outlives a reload.
      await page.reload();
      await expect(
        page.getByRole('heading', {
          name: new RegExp(people[persona].name.split(' ')[0]),
        }),
      ).toBeVisible();
    });
  }

  test('the first page is accessible, and anyone else can be searched', async ({
    page,
  }) => {
    await page.goto('/');
    await expect(
      page.getByRole('button', { name: new RegExp(people.developer.name) }),
    ).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('searchbox')
      .or(page.getByRole('combobox'))
      .or(page.getByRole('textbox'))
      .first()
      .fill('jonas');
    await expect(
      page
        .getByRole('button', { name: /Jonas Lindqvist/ })
        .or(page.getByRole('option', { name: /Jonas Lindqvist/ }))
        .first(),
    ).toBeVisible();
  });
});
