import { Age } from '@arctiq/ui-kit';
import { PullRequestPage } from '@arctiq/plugin-pull-requests-common';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonLink, Container, Link } from '@backstage/ui';
import { Filters, toQuery, View, views } from '../../hooks/filters';
import { useFilters, useFiltersHref } from '../../hooks/useFilters';
import { usePullRequests } from '../../hooks/usePullRequests';
import { EmptyWords, PullRequestsContent } from '../PullRequestsContent';
import { PullRequestTable } from '../PullRequestTable';
import styles from './PullRequestsPage.module.css';
import { ViewSwitch } from './ViewSwitch';

const empty: Record<View, EmptyWords> = {
  involved: {
    title: 'Nothing waits for you',
    detail:
      'No open pull request needs your review, is yours, or changes a component of your teams.',
  },
  review: {
    title: 'Nothing waits for your review',
    detail: 'A pull request appears here when your review is requested.',
  },
  mine: { title: 'You have no open pull requests' },
  team: {
    title: 'Your teams have no open pull requests',
    detail:
      'Shown are repositories of components that you or your teams own in the catalog.',
  },
  all: { title: 'No pull request is open' },
};

function ComponentFilter(props: { filters: Filters }) {
  const { view, entityRef } = props.filters;
  const entityHref = useEntityRefLink();
  const hrefOf = useFiltersHref();
  if (!entityRef) {
    return null;
  }
  return (
    <p className={styles.filter}>
      Only <Link href={toEntityHref(entityRef, entityHref)}>{entityRef}</Link>.{' '}
      <Link href={hrefOf?.({ view })}>Show every component</Link>
    </p>
  );
}

/** The ref comes from the address and may be anything. */
function toEntityHref(
  entityRef: string,
  entityHref: ReturnType<typeof useEntityRefLink>,
): string | undefined {
  try {
    return entityHref(entityRef);
  } catch {
    return undefined;
  }
}

function Paging(props: { page: PullRequestPage; filters: Filters }) {
  const { page, filters } = props;
  const { nextCursor } = page.pageInfo;
  const hrefOf = useFiltersHref();
  if (!filters.cursor && !nextCursor) {
    return null;
  }
  return (
    <nav className={styles.paging} aria-label="Pages">
      {filters.cursor && (
        <ButtonLink
          variant="secondary"
          href={hrefOf?.({ ...filters, cursor: undefined })}
        >
          First page
        </ButtonLink>
      )}
      {nextCursor && (
        <ButtonLink
          variant="secondary"
          href={hrefOf?.({ ...filters, cursor: nextCursor })}
        >
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}

/** Every open pull request, by what it asks of the person. */
export function PullRequestsPage() {
  const filters = useFilters();
  const hrefOf = useFiltersHref();
  const result = usePullRequests(toQuery(filters));
  const all = hrefOf?.({ view: 'all' });
  const action =
    filters.view !== 'all' && all
      ? { label: 'Show all pull requests', href: all }
      : undefined;
  const label = views.find(({ id }) => id === filters.view)?.label ?? '';
  return (
    <Container className={styles.page}>
      <ViewSwitch filters={filters} />
      <ComponentFilter filters={filters} />
      <PullRequestsContent
        result={result}
        empty={{ ...empty[filters.view], action }}
      >
        {page => (
          <>
            <p className={styles.summary} role="status">
              {page.totalItems === 1
                ? '1 pull request is open'
                : `${page.totalItems} pull requests are open`}
              , most urgent first
              {page.asOf && (
                <>
                  ; as of <Age time={page.asOf} />
                </>
              )}
              .
            </p>
            <PullRequestTable
              pullRequests={page.items}
              label={`Pull requests: ${label}`}
            />
            <Paging page={page} filters={filters} />
          </>
        )}
      </PullRequestsContent>
    </Container>
  );
}
