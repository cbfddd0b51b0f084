import { useEntityRefLink } from '@backstage/plugin-catalog-react';

/** Address of the tab "SLOs" on the page of an entity, where the gate is. */
export function useEntitySlosHref(entityRef: string): string {
  return `${useEntityRefLink()(entityRef)}/slos`;
}
