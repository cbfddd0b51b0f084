import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { SloCard } from './SloCard';

/** The error budgets of the team whose page this is. */
export function TeamSloCard() {
  const { entity } = useEntity();
  const owner = stringifyEntityRef(entity);
  const links = useSloLinks();
  const read = useRead(`summary ${owner}`, (api, options) =>
    api.summary({ owner }, options),
  );
  return (
    <EntityInfoCard
      title="Error budgets"
      headerActions={<Link href={links.list({ owner })}>All of the team</Link>}
    >
      <SloCard
        read={read}
        showComponent
        empty="No service of this team has an SLO."
      />
    </EntityInfoCard>
  );
}
