import { PortalApi } from '../support/api';
import { expect, expectAccessible, signIn, test } from '../support/browser';
import { portalUrl } from '../support/environment';
import { people } from '../support/people';
import { freshName, serviceRequest } from '../support/requests';

/** The pages that everybody sees first, in each theme and at both widths. */
const pages = {
  home: '/',
  catalog: '/catalog?filters[kind]=component&filters[user]=all',
  entity: '/catalog/default/component/order-service',
  team: '/catalog/default/group/orders',
  templates: '/create',
  form: '/create/templates/default/node-service',
  pullRequests: '/pull-requests',
  slos: '/slos',
  slo: '/slos/default/order-service/order-service-availability',
  gate: '/catalog/default/component/order-service/slos',
  scoreboard: '/slos/scoreboard',
  search: '/search?query=orders',
};
let runPage: string;

test.beforeAll(async () => {
  const portal = new PortalApi(portalUrl);
  const developer = await portal.signInWhenKnown(people.developer.ref);
  const { body } = await portal.startRun(
    developer,
    serviceRequest({ name: freshName('screens') }),
  );
  await portal.runEnded(developer, body.id);
  runPage = `/create/tasks/${body.id}`;
});

const widths = [1440, 390];
const themes = ['light', 'dark'] as const;

for (const theme of themes) {
  for (const width of widths) {
    test(`${theme} at ${width} px`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await signIn(page, 'developer');
      for (const [name, path] of Object.entries({ ...pages, run: runPage })) {
        await page.goto(path);
        if (name === 'run') {
          // Its event stream never falls silent.
          await expect(page.getByText(/git clone/).first()).toBeVisible();
        } else {
          await page.waitForLoadState('networkidle');
        }
        await page.screenshot({
          path: `e2e/.output/screens/${name}-${theme}-${width}.png`,
        });
        await expectAccessible(page);
      }
    });
  }
}
