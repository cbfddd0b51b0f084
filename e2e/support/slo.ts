import { Answer, PortalApi, Session, until } from './api';

/** Address of an SLO of a component, below the API. */
export function sloPath(component: string, name: string): string {
  return `/api/slo/v1/slos/default/${component}/${name}`;
}

/**
 * Waits until every SLO that the catalog names is read, and measured up to now:
 * at the first start the portal reads weeks of history.
 *
 * @returns the first page of the list
 */
export function slosMeasured(
  portal: PortalApi,
  session: Session,
  timeoutMs = 600_000,
): Promise<Answer['body']> {
  return until(
    'the SLOs to be measured up to now',
    async () => {
      const { status, body } = await portal.request(
        '/api/slo/v1/slos?limit=100',
        { session },
      );
      const waiting = body.states?.['not-measured'] ?? 0;
      return status === 200 &&
        body.totalItems > 0 &&
        waiting <= 1 &&
        body.quality !== 'stale' &&
        body.items.every(
          (item: any) =>
            item.status.quality !== 'stale' || item.status.state === 'no-data',
        )
        ? body
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
    throw new Error(`${path}/slices answered ${status}: ${body}`);
  }
  return body.cells;
}
