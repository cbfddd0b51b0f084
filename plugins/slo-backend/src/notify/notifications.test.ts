import request from 'supertest';
import { componentEntity, openSlo, sloFile } from '../__testUtils__/company';
import { personas } from '../__testUtils__/people';
import { sliceSeries } from '../__testUtils__/slos';
import { NOW, startPlugin } from '../__testUtils__/startPlugin';

const ID = 'default/order-service/availability';

describe('notifications', () => {
  let started: Awaited<ReturnType<typeof startPlugin>>;

  beforeEach(async () => {
    started = await startPlugin({
      entities: [componentEntity('order-service', 'orders')],
    });
    started.files.files.set(
      sloFile('order-service'),
      openSlo('availability', 'order-service'),
    );
    await started.readDefinitions();
  });
  afterEach(() => started.stop());

  /** Measures the last hour again, with another ratio. */
  async function measure(lastHour: number) {
    await started.stores.slices.write([
      { key: ID, slices: sliceSeries(NOW - 3600, NOW, lastHour, 100_000) },
    ]);
    await started.updateBudgets();
  }

  it('tell the owner of a change once, with what to do and where to look', async () => {
    await started.measure(ID, 0.001, 300);
    await started.updateBudgets();
    expect(started.sent).toEqual([]);
    await measure(0.2);
    await started.updateBudgets();
    await started.readDefinitions();
    expect(started.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'group:default/orders' },
        payload: {
          title:
            'The order-service: availability of order-service has spent its error budget',
          description: expect.stringMatching(
            /^-\d+\.\d % of the budget is left\. It burns 20\.0 times.*Gate frozen/,
          ),
          link: `/slos/${ID}`,
          severity: 'critical',
          topic: 'Error budgets',
          scope: `slo:${ID}`,
        },
      },
    ]);
  });

  it('tell nothing at first sight, whatever the state', async () => {
    await started.updateBudgets();
    await started.measure(ID, 0.02);
    await started.updateBudgets();
    await started.updateBudgets();
    expect(started.sent).toEqual([]);
  });

  it('tell nothing of old figures while history is caught up with', async () => {
    await started.measure(ID, 0.001, 2 * 86_400);
    await started.updateBudgets();
    await started.stores.slices.write([
      {
        key: ID,
        slices: sliceSeries(NOW - 2 * 86_400, NOW, 0.05, 100_000),
      },
    ]);
    await started.updateBudgets();
    expect(started.sent).toEqual([]);
    await expect(started.stores.statuses.told()).resolves.toEqual(
      new Map([[ID, 'exhausted']]),
    );
  });

  it('are sent once when two replicas find the change at the same time', async () => {
    await started.measure(ID, 0.001, 300);
    await started.updateBudgets();
    await started.stores.slices.write([
      { key: ID, slices: sliceSeries(NOW - 3600, NOW, 0.2, 100_000) },
    ]);
    const { server } = started;
    // A correction evaluates the SLO beside the task.
    const correct = request(server)
      .post(`/api/slo/v1/slos/${ID}/corrections`)
      .set('authorization', personas.platform)
      .send({
        kind: 'exclusion',
        range: { from: NOW - 30 * 86_400, to: NOW - 30 * 86_400 + 300 },
        reason: 'Nothing was measured then anyway',
      });
    await Promise.all([
      started.updateBudgets(),
      correct,
      started.readDefinitions(),
    ]);
    await started.updateBudgets();
    expect(started.sent).toHaveLength(1);
  });

  it('wait while the notifications plugin fails', async () => {
    await started.measure(ID, 0.001, 300);
    await started.updateBudgets();
    started.notifications.refuse = new Error('notifications are down');
    await measure(0.2);
    expect(started.sent).toEqual([]);
    started.notifications.refuse = undefined;
    // Whoever took the change is taken for dead after some minutes.
    const later = new Date(Date.now() + 6 * 60_000);
    await expect(
      started.stores.statuses.claimChange(later),
    ).resolves.toMatchObject({
      sloId: ID,
      from: 'healthy',
      to: 'exhausted',
    });
  });
});
