import { Age, SectionCard, StatePanel } from '@arctiq/ui-kit';
import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useCallback } from 'react';
import { explain } from '../../lib/explain';
import { useLoad } from '../../hooks/useLoad';
import { LinkList } from './LinkList';
import { visitedPlaces } from './visitedPlaces';

const limit = 7;

/** The pages where the person was last. */
export function RecentlyVisited() {
  const visitsApi = useApi(visitsApiRef);
  const load = useCallback(async () => {
    const visits = await visitsApi.list({
      limit: 4 * limit,
      orderBy: [{ field: 'timestamp', direction: 'desc' }],
    });
    return visitedPlaces(visits, limit);
  }, [visitsApi]);
  const visits = useLoad(load);

  return (
    <SectionCard title="Recently visited">
      {visits.state === 'loading' && (
        <StatePanel kind="loading" title="Reading your visits" compact />
      )}
      {visits.state === 'failed' && (
        <StatePanel
          kind="failed"
          title="Your visits could not be read"
          action={{ label: 'Try again', onPress: visits.retry }}
          compact
        >
          {explain(visits.error)}
        </StatePanel>
      )}
      {visits.state === 'ready' && visits.value.length === 0 && (
        <StatePanel kind="empty" title="Nothing yet" compact>
          The pages that you open appear here.
        </StatePanel>
      )}
      {visits.state === 'ready' && visits.value.length > 0 && (
        <LinkList
          items={visits.value.map(({ timestamp, ...place }) => ({
            ...place,
            aside: <Age time={new Date(timestamp)} />,
          }))}
        />
      )}
    </SectionCard>
  );
}
