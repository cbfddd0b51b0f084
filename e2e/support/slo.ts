import { PortalApi, Session, until } from './api';

/** Address of an SLO of a component, below the API. */
export function sloPath(component: string, name: string): string {
  return `/api/slo/v1/slos/default/${component}/${name}`;
}

/** SLOs that the company has before anybody creates a service. */
const companySlos = 200;

/**
 * Waits until all SLOs of the company are read, and measured up to now: at the
 * first start the portal reads weeks of history.
 */
export async function slosMeasured(
  portal: PortalApi,
  session: Session,
  timeoutMs = 600_000,
): Promise<void> {
  await until(
    'the SLOs to be measured up to now',
    async () => {
      const { body } = await portal.request('/api/slo/v1/slos?limit=1', {
        session,
      });
      const { totalItems, states, quality, reason } = body;
      return totalItems >= companySlos &&
        // One of them never worked.
        (states['not-measured'] ?? 0) <= 1 &&
        quality !== 'stale' &&
        reason === undefined
        ? true
        : undefined;
    },
    timeoutMs,
    1000,
  );
}

/** Slices of an SLO as the heat strip shows them. */
export async function slicesOf(
  portal: PortalApi,
  session: Session,
  path: string,
  range: { from: number; to: number },
): Promise<any[]> {
  const { from, to } = range;
  const { status, body } = await portal.request(
    `${path}/slices?from=${from}&to=${to}&stepSeconds=300`,
    { session },
  );
  if (status !== 200) {
    throw new Error(
      `${path}/slices answered ${status}: ${JSON.stringify(body)}`,
    );
  }
  return body.cells;
}
