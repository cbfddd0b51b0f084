import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { SloSource } from './SloSource';

/** Lets a module add another source of measurements. */
export interface SloSourcesExtensionPoint {
  /**
   * Adds a source for the queries of its type.
   *
   * @throws ConflictError when there is one of that type already
   */
  addSource(source: SloSource): void;
}

/** Extension point of the plugin `slo` for sources other than Prometheus. */
export const sloSourcesExtensionPoint =
  createExtensionPoint<SloSourcesExtensionPoint>({ id: 'slo.sources' });
