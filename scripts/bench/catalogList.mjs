import { PortalApi } from '../../e2e/support/api.ts';
import { people } from '../../e2e/support/people.ts';
import { measureRate } from './load.mjs';

/** The request that the catalog page sends for its first rows. */
const listPath =
  '/api/catalog/entities/by-query?limit=20&orderField=metadata.name,asc&filter=kind=component';

/**
 * Asks for the catalog list at a constant rate.
 *
 * @returns milliseconds per answer
 */
export async function measureCatalogList(instance, ratePerSecond, seconds) {
  const portal = new PortalApi(instance.url);
  return measureRate({
    portal,
    session: await portal.signIn(people.developer.ref),
    paths: [listPath],
    ratePerSecond,
    seconds,
    check({ status, body }) {
      if (status !== 200 || body.items.length === 0) {
        throw new Error(`the list answered ${status}`);
      }
    },
  });
}
