import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useFiltersHref } from '../../hooks/useFilters';
import { usePullRequests } from '../../hooks/usePullRequests';
import { PullRequestsContent } from '../PullRequestsContent';
import { PullRequestTable } from '../PullRequestTable';

const LIMIT = 5;

/** The open pull requests of the component whose page this is. */
export function EntityPullRequestsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const href = useFiltersHref()?.({ view: 'all', entityRef });
  const result = usePullRequests({ entityRef, limit: LIMIT });
  return (
    <EntityInfoCard
      title="Open pull requests"
      headerActions={
        href && (
          <Link href={href}>
            {result.state === 'ready' && result.page.totalItems > LIMIT
              ? `All ${result.page.totalItems}`
              : 'Open the list'}
          </Link>
        )
      }
    >
      <PullRequestsContent
        result={result}
        empty={{
          title: 'No open pull requests',
          detail: 'Everything that was proposed here is merged or closed.',
        }}
      >
        {page => (
          <PullRequestTable
            pullRequests={page.items}
            label={`Open pull requests of ${entity.metadata.name}`}
            showComponent={false}
          />
        )}
      </PullRequestsContent>
    </EntityInfoCard>
  );
}
