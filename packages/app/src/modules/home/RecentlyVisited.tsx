import { Age, StatePanel } from '@arctiq/ui-kit';
import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useCallback } from 'react';
import { useLoad } from '../../hooks/useLoad';
import { LinkList } from './LinkList';
import { Section } from './Section';

const limit = 7;

/** The pages where the person was last. */
export function RecentlyVisited() {
  const visitsApi = useApi(visitsApiRef);
  const load = useCallback(async () => {
    const visits = await visitsApi.list({
      // The home page itself is no place to return to.
      limit: limit + 1,
      orderBy: [{ field: 'timestamp', direction: 'desc' }],
    });
    return visits.filter(visit => visit.pathname !== '/').slice(0, limit);
  }, [visitsApi]);
  const visits = useLoad(load);

  return (
    <Section title="Recently visited">
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
          {visits.error.message}
        </StatePanel>
      )}
      {visits.state === 'ready' && visits.value.length === 0 && (
        <StatePanel kind="empty" title="Nothing yet" compact>
          The pages that you open appear here.
        </StatePanel>
      )}
      {visits.state === 'ready' && visits.value.length > 0 && (
        <LinkList
          items={visits.value.map(visit => ({
            href: visit.pathname,
            title: visit.name,
            entityRef: visit.entityRef,
            aside: <Age time={new Date(visit.timestamp)} />,
          }))}
        />
      )}
    </Section>
  );
}
