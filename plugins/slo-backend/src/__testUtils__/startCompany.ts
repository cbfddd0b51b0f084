import request from 'supertest';
import { openSlo, sloFile, yamlFile } from './company';
import { type Persona, personas } from './people';
import { startPlugin } from './startPlugin';

/** Ids of the SLOs of the test company. */
export const HEALTHY = 'default/order-service/availability';
export const FROZEN = 'default/order-service/latency';
export const CART = 'default/cart-service/availability';

/** Starts the plugin with two components: one healthy, one with a frozen SLO beside a healthy one. */
export async function startCompany() {
  const started = await startPlugin();
  started.files.files.set(
    sloFile('order-service'),
    yamlFile(
      openSlo('availability', 'order-service'),
      openSlo('latency', 'order-service'),
    ),
  );
  started.files.files.set(
    sloFile('cart-service'),
    openSlo('availability', 'cart-service'),
  );
  await started.readDefinitions();
  await started.measure(HEALTHY, 0.001);
  await started.measure(FROZEN, 0.0095);
  await started.measure(CART, 0.0025);
  await started.updateBudgets();
  /** Sends a request as somebody. */
  function send(
    method: 'get' | 'post',
    path: string,
    persona: Persona = 'owner',
    body?: object,
  ) {
    const sending = request(started.server)
      [method](`/api/slo${path}`)
      .set('authorization', personas[persona]);
    return body ? sending.send(body) : sending;
  }
  return { ...started, send };
}
