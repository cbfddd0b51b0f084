import { PortalApi, until } from '../../e2e/support/api.ts';
import { people } from '../../e2e/support/people.ts';

/**
 * Creates services one after the other.
 *
 * @returns for each the seconds from pressing Create until the catalog shows
 *   the entity to the person, and until the run reports success
 */
export async function measureCreation(instance, runs) {
  const portal = new PortalApi(instance.url);
  const developer = await portal.signIn(people.developer.ref);
  const visible = [];
  const completed = [];
  for (let index = 0; index < runs; index += 1) {
    const name = `bench-${Date.now().toString(36)}-${index}`;
    const startedAt = performance.now();
    const started = await portal.startRun(developer, {
      name,
      description: 'Made by the benchmark',
      owner: 'group:default/orders',
      system: 'system:default/orders',
      tier: '2',
    });
    if (started.status !== 201) {
      throw new Error(`Create answered ${started.status}`);
    }
    const seen = until(
      `${name} to be visible`,
      () => portal.entity(developer, 'component', name),
      60_000,
      50,
    ).then(() => visible.push((performance.now() - startedAt) / 1000));
    const run = await portal.runEnded(developer, started.body.id);
    completed.push((performance.now() - startedAt) / 1000);
    if (run.status !== 'completed') {
      throw new Error(await portal.runLog(developer, run.id));
    }
    await seen;
  }
  return { visible, completed };
}
