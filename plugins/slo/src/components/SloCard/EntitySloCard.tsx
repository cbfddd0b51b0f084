import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntitySlosHref } from '../../hooks/useEntitySlosHref';
import { useRead } from '../../hooks/useRead';
import { SloCard } from './SloCard';

/** The error budgets of the component whose page this is. */
export function EntitySloCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = useEntitySlosHref(entityRef);
  const read = useRead(`summary ${entityRef}`, (api, options) =>
    api.summary({ entityRef }, options),
  );
  return (
    <EntityInfoCard
      title="Error budgets"
      headerActions={<Link href={href}>SLOs and gate</Link>}
    >
      <SloCard
        read={read}
        showComponent={false}
        empty="The file named by the annotation arctiq.io/slo has no usable definition yet; the tab SLOs says why."
      />
    </EntityInfoCard>
  );
}
