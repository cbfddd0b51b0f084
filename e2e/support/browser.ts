import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test as base } from '@playwright/test';
import { people, Persona } from './people';

/**
 * What the browser may say without failing a test: an aborted request when a
 * test leaves a page, and the answers that a test provokes by name.
 */
const harmless = [/net::ERR_ABORTED/, /ResizeObserver loop/];

/** A page that fails its test when the browser reports an error. */
export const test = base.extend<{ expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = [];
    const note = (text: string) => {
      if (![...harmless, ...expectedErrors].some(known => known.test(text))) {
        errors.push(text);
      }
    };
    page.on('console', message => {
      if (message.type() === 'error') {
        note(`${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', error => note(error.stack ?? error.message));
    await use(page);
    expect(errors, 'errors in the console').toEqual([]);
  },
});

export { expect };

/** Signs in as a featured person, by the buttons that a newcomer sees. */
export async function signIn(page: Page, persona: Persona): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('button', { name: new RegExp(people[persona].name) })
    .click();
  await expect(
    page.getByRole('heading', {
      name: new RegExp(people[persona].name.split(' ')[0]),
    }),
  ).toBeVisible();
}

/** Fails when axe finds something serious or critical on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes
        .slice(0, 5)
        .map(({ target, html }) => `${target} ${html.slice(0, 160)}`),
    }));
  expect(grave, `accessibility of ${page.url()}`).toEqual([]);
}
