import { StatePanel } from '@arctiq/ui-kit';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  useEntityRefLink,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { LinkList } from './LinkList';
import { Section } from './Section';

/** The entities that the person marked with a star. */
export function Starred() {
  const { starredEntities } = useStarredEntities();
  const entityHref = useEntityRefLink();
  const refs = [...starredEntities].sort();
  return (
    <Section title="Starred">
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
    </Section>
  );
}
