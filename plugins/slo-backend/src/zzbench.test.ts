import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases, openStores } from './__testUtils__/databases';
import { sliceSeries, sloComponent, sloDefinition } from './__testUtils__/slos';
import { defaultPolicy, evaluate, requiredTimes } from '@arctiq/plugin-slo-common';
import { toTimeline } from './status/loadTimelines';
import { StatusUpdater } from './status/StatusUpdater';
const databases = createTestDatabases();
jest.setTimeout(500_000);
it('bench', async () => {
  const stores = await openStores(await databases.init('SQLITE_3'));
  const NOW = Math.floor(Date.now() / 300_000) * 300;
  const N = 1000;
  const t0 = Date.now();
  for (let i = 0; i < N; i++) {
    const d = sloDefinition({ component: `s${i}`, window: { kind: 'rolling', duration: { value: 7, unit: 'd' } } });
    await stores.definitions.replace(sloComponent({ entityRef: d.entityRef, ownerRef: `group:default/t${i % 60}` }), [d], [], new Date().toISOString());
  }
  const t1 = Date.now();
  for (let i = 0; i < N; i += 50) {
    await stores.slices.write(Array.from({ length: 50 }, (_, k) => ({ key: `default/s${i + k}/availability`, slices: sliceSeries(NOW - 8 * 86400, NOW, 0.0005) })));
  }
  const t2 = Date.now();
  const u = new StatusUpdater({ ...stores, policy: defaultPolicy, logger: mockServices.logger.mock() });
  const out: number[] = [];
  for (let r = 0; r < 3; r++) { const t = Date.now(); await u.update('all', NOW + 30); out.push(Date.now() - t); }
  const act = await stores.definitions.active();
  const st = await stores.slices.states();
  const q0 = Date.now();
  const times = requiredTimes(act[0].definition, NOW, []);
  const pts = await stores.slices.pointsAt(act.map(x => ({ key: x.definition.id, times })));
  const q1 = Date.now();
  const tls = act.map(x => new Map([[x.definition.id, toTimeline(pts.get(x.definition.id) ?? [], st.get(x.definition.id)!, [])]]));
  const q2 = Date.now();
  const evs = act.map((x, i) => evaluate({ definition: x.definition, timelines: tls[i], policy: defaultPolicy, now: NOW + 30 }));
  const q3 = Date.now();
  process.stderr.write(JSON.stringify({ times: times.length, pointsAt: q1 - q0, timelines: q2 - q1, evaluate: q3 - q2, e: evs.length }) + '\n');
  const w0 = Date.now();
  const ev = await stores.statuses.all({});
  await stores.statuses.write(ev.slice(0, 250), { tell: [], first: new Map() }, new Date());
  const w1 = Date.now();
  await stores.statuses.told();
  await stores.corrections.inForce(ev.slice(0, 250).map(x => x.summary.id));
  const w2 = Date.now();
  process.stderr.write(JSON.stringify({ write250: w1 - w0, misc: w2 - w1 }) + '\n');
  const t3 = Date.now(); const states = await stores.slices.states(); const t4 = Date.now();
  const a = await stores.definitions.active(); const t5 = Date.now();
  const all = await stores.statuses.all({}); const t6 = Date.now();
  const l: number[] = [];
  for (let r = 0; r < 20; r++) { const t = performance.now(); await stores.statuses.list({}, { sort: 'burn', limit: 20 }); l.push(performance.now() - t); }
  process.stderr.write(JSON.stringify({ defs: t1 - t0, slices: t2 - t1, update: out, states: t4 - t3, active: t5 - t4, all: t6 - t5, list: Math.max(...l), n: states.size + a.length + all.length, doc: JSON.stringify(all[0]).length }) + '\n');
});
