import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  CheckAnswer,
  CheckRequest,
  NameAnswer,
  OwnerOption,
  UnregisterAnswer,
} from '@arctiq/plugin-golden-path-common';

/** What the creation form and the entity page ask the backend. */
export interface GoldenPathApi {
  /** Whether a service name is right in form and free. */
  checkName(
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<NameAnswer>;
  /** Groups that can own a service, those of the person first. */
  listOwners(): Promise<OwnerOption[]>;
  /** Whether the whole creation would be accepted. */
  check(request: CheckRequest): Promise<CheckAnswer>;
  /** Takes the entity, and all that its file describes, out of the catalog. */
  unregister(entityRef: string): Promise<UnregisterAnswer>;
}

export const goldenPathApiRef = createApiRef<GoldenPathApi>().with({
  id: 'plugin.golden-path.client',
  pluginId: 'golden-path',
});
