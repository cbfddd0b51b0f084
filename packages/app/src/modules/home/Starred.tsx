import { SectionCard, StatePanel } from '@arctiq/ui-kit';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  useEntityRefLink,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { LinkList } from './LinkList';

/** The entities that the person marked with a star. */
export function Starred() {
  const { starredEntities } = useStarredEntities();
  const entityHref = useEntityRefLink();
  const refs = [...starredEntities].sort();
  return (
    <SectionCard title="Starred">
      {refs.length === 0 ? (
        <StatePanel kind="empty" title="No stars yet" compact>
          Press the star on the page of a service or team to keep it here.
        </StatePanel>
      ) : (
        <LinkList
          items={refs.map(entityRef => ({
            entityRef,
            href: entityHref(entityRef),
            title: parseEntityRef(entityRef).name,
          }))}
        />
      )}
    </SectionCard>
  );
}
