import { PortalApi } from '../../e2e/support/api.ts';
import { people } from '../../e2e/support/people.ts';

/** The request that the catalog page sends for its first rows. */
const listPath =
  '/api/catalog/entities/by-query?limit=20&orderField=metadata.name,asc&filter=kind=component';

/**
 * Asks for the catalog list at a constant rate, whether or not earlier answers
 * have arrived, as independent people do.
 *
 * @returns milliseconds per answer
 */
export async function measureCatalogList(instance, ratePerSecond, seconds) {
  const portal = new PortalApi(instance.url);
  const session = await portal.signIn(people.developer.ref);
  for (let index = 0; index < ratePerSecond; index += 1) {
    await portal.request(listPath, { session });
  }
  const samples = [];
  const pending = [];
  const beginning = performance.now();
  for (let index = 0; index < ratePerSecond * seconds; index += 1) {
    const due = beginning + (index * 1000) / ratePerSecond;
    const wait = due - performance.now();
    if (wait > 0) {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    pending.push(
      portal.request(listPath, { session }).then(({ status, body }) => {
        if (status !== 200 || body.items.length === 0) {
          throw new Error(`the list answered ${status}`);
        }
        // Measured from when it was due: a stall delays those behind it too.
        samples.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(pending);
  return samples;
}
