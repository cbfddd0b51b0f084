import { TierBadge } from '@arctiq/ui-kit';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import styles from './FactsCard.module.css';
import { readFacts } from './readFacts';

/** Tier and regions of a service, or the manager of a team. */
export function FactsCard() {
  const { entity } = useEntity();
  const { tier, regions, manager } = readFacts(entity);
  return (
    <EntityInfoCard title={manager ? 'Leadership' : 'Criticality'}>
      <dl className={styles.facts}>
        {tier && (
          <div>
            <dt>Tier</dt>
            <dd>
              <TierBadge tier={tier} long />
            </dd>
          </div>
        )}
        {regions.length > 0 && (
          <div>
            <dt>Regions</dt>
            <dd>{regions.join(', ')}</dd>
          </div>
        )}
        {manager && (
          <div>
            <dt>Manager</dt>
            <dd>
              <EntityRefLink entityRef={manager} defaultKind="user" />
            </dd>
          </div>
        )}
      </dl>
    </EntityInfoCard>
  );
}
