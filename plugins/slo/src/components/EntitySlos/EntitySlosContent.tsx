import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { SectionCard, StatePanel } from '@arctiq/ui-kit';
import { useRead } from '../../hooks/useRead';
import { DataNotice } from '../DataNotice';
import { GatePanel } from '../GatePanel';
import { ReadPanel } from '../ReadPanel';
import { SloTable } from '../SloTable';
import styles from './EntitySlos.module.css';
import { Problems } from './Problems';

const LIMIT = 100;

/** The SLOs of a component, what the gate says, and what is wrong in the file. */
export function EntitySlosContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = { entityRef, limit: LIMIT };
  const read = useRead(JSON.stringify(query), (api, options) =>
    api.list(query, options),
  );
  return (
    <div className={styles.content}>
      <GatePanel entityRef={entityRef} />
      <Problems entityRef={entityRef} />
      <SectionCard title="SLOs">
        <ReadPanel read={read} what="SLOs">
          {(page, ready) => (
            <div className={styles.content}>
              <DataNotice
                quality={page.items.length > 0 ? page.quality : 'complete'}
                asOf={page.asOf}
                reasons={page.reason ? [page.reason] : []}
                refreshProblem={ready.refreshProblem}
                retry={ready.retry}
              />
              {page.items.length > 0 ? (
                <SloTable
                  slos={page.items}
                  label={`SLOs of ${entity.metadata.name}`}
                  showComponent={false}
                />
              ) : (
                <StatePanel kind="empty" title="No SLO is known yet" compact>
                  The file named by the annotation arctiq.io/slo is read every
                  few minutes. What is wrong in it is said above.
                </StatePanel>
              )}
            </div>
          )}
        </ReadPanel>
      </SectionCard>
    </div>
  );
}
