import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  createExternalRouteRef,
  dialogApiRef,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { OwnerOption } from '@arctiq/plugin-golden-path-common';
import { lazy, Suspense, useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { goldenPathApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';

const RemoveDialog = lazy(() =>
  import('./RemoveDialog').then(m => ({ default: m.RemoveDialog })),
);

/** The list of the catalog, where a person goes when an entity's page is gone. */
export const catalogIndexRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog.catalogIndex',
});

/**
 * Why a person may not remove an entity, or undefined when nothing speaks
 * against it. The backend has the last word.
 */
export function reasonAgainstRemoval(
  entity: Entity,
  owners: OwnerOption[],
): string | undefined {
  const ownerRef = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  const owner = owners.find(({ entityRef }) => entityRef === ownerRef);
  return owner && !owner.mayAct ? `only ${owner.title} may` : undefined;
}

/** The properties of the menu item "Remove from catalog…" on an entity's page. */
export function useRemoveFromCatalog() {
  const { entity } = useEntity();
  const api = useApi(goldenPathApiRef);
  const dialogApi = useApi(dialogApiRef);
  const navigate = useNavigate();
  const catalogIndex = useRouteRef(catalogIndexRouteRef);
  const owners = useLoad(useCallback(() => api.listOwners(), [api]));
  const reason =
    owners.state === 'ready'
      ? reasonAgainstRemoval(entity, owners.value)
      : undefined;

  return {
    title: reason ? (
      // The menu does not make a disabled item look different.
      <span style={{ color: 'var(--bui-fg-disabled)' }}>
        Remove from catalog ({reason})
      </span>
    ) : (
      'Remove from catalog…'
    ),
    disabled: owners.state === 'loading' || reason !== undefined,
    onClick: async () => {
      const dialog = dialogApi.open<boolean>(({ dialog: handle }) => (
        <Suspense fallback={null}>
          <RemoveDialog entity={entity} onClose={handle.close} />
        </Suspense>
      ));
      if ((await dialog.result()) && catalogIndex) {
        navigate(catalogIndex());
      }
    },
  };
}
