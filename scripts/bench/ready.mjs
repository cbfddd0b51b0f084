import { PortalApi } from '../../e2e/support/api.ts';
import { people } from '../../e2e/support/people.ts';

const secondsSince = startedAt => (performance.now() - startedAt) / 1000;

/**
 * How long a start takes on a warm clone: everything installed and built.
 *
 * @returns seconds until the portal answers, and until a person can sign in
 *   (which needs the catalog)
 */
export async function measureStart(instance) {
  const startedAt = performance.now();
  await instance.start();
  const ready = secondsSince(startedAt);
  await new PortalApi(instance.url).signInWhenKnown(people.developer.ref);
  return { ready, signIn: secondsSince(startedAt) };
}

/**
 * How long after the start the catalog holds all entities of the company.
 *
 * @param startedAt - when the start began, on the clock of `performance.now()`
 */
export async function waitForCatalog(instance, startedAt) {
  const portal = new PortalApi(instance.url);
  const session = await portal.signInWhenKnown(people.developer.ref);
  const { entities, since } = await portal.catalogSettled(session);
  return { entities, seconds: (since - startedAt) / 1000 };
}
