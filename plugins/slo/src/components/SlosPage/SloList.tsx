import type { SloPage } from '@arctiq/plugin-slo-common';
import { SectionCard, StatePanel } from '@arctiq/ui-kit';
import { ButtonLink } from '@backstage/ui';
import { type Filters, isNarrowed } from '../../hooks/filters';
import { useSloLinks } from '../../hooks/useFilters';
import { useWorst } from '../../hooks/useSlos';
import { SloTable } from '../SloTable';
import { Elsewhere } from './Elsewhere';
import { FilterBar } from './FilterBar';
import styles from './SlosPage.module.css';
import { StateFilters } from './StateFilters';
import { WorstHero } from './WorstHero';

function Paging(props: { page: SloPage; filters: Filters }) {
  const { page, filters } = props;
  const { nextCursor } = page.pageInfo;
  const links = useSloLinks();
  if (!filters.cursor && !nextCursor) {
    return null;
  }
  return (
    <nav className={styles.paging} aria-label="Pages">
      {filters.cursor && (
        <ButtonLink
          variant="secondary"
          href={links.list({ ...filters, cursor: undefined })}
        >
          First page
        </ButtonLink>
      )}
      {nextCursor && (
        <ButtonLink
          variant="secondary"
          href={links.list({ ...filters, cursor: nextCursor })}
        >
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}

function Nothing(props: { filters: Filters }) {
  const { filters } = props;
  const links = useSloLinks();
  const all = links.list({ view: 'all' });
  if (isNarrowed(filters) || filters.view === 'mine') {
    return (
      <StatePanel
        kind="empty"
        title={
          isNarrowed(filters)
            ? 'No SLO matches these filters'
            : 'Your teams have no SLOs yet'
        }
        action={all ? { label: 'Show all SLOs', href: all } : undefined}
      >
        {!isNarrowed(filters) &&
          'They appear here when the catalog-info.yaml of a service has the annotation arctiq.io/slo.'}
      </StatePanel>
    );
  }
  return (
    <StatePanel kind="empty" title="No service has an SLO yet">
      Write an OpenSLO file into the repository of a service, name it in the
      annotation arctiq.io/slo of its catalog-info.yaml, and it is measured from
      then on.
    </StatePanel>
  );
}

/** The rows with what they mean above them. */
export function SloList(props: {
  page: SloPage;
  filters: Filters;
  /** These are the rows of the last filters; others are on their way. */
  pending: boolean;
}) {
  const { page, filters, pending } = props;
  const worst = useWorst(filters, page);
  const counted = Object.keys(page.states).length > 0;
  return (
    <>
      {worst && page.quality !== 'not-measured' && (
        <WorstHero slo={worst} page={page} filters={filters} />
      )}
      {(filters.view === 'mine' || isNarrowed(filters)) && (
        <Elsewhere worst={worst} />
      )}
      {(counted || isNarrowed(filters)) && <FilterBar filters={filters} />}
      {counted && <StateFilters filters={filters} states={page.states} />}
      {page.items.length === 0 ? (
        <Nothing filters={filters} />
      ) : (
        <SectionCard
          title={filters.view === 'mine' ? "Your teams' SLOs" : 'SLOs'}
          aside={
            <span className={styles.total} role="status">
              {page.items.length < page.totalItems
                ? `${page.items.length} of ${page.totalItems}`
                : `${page.totalItems}`}
            </span>
          }
        >
          <div aria-busy={pending} className={pending ? styles.pending : ''}>
            <SloTable slos={page.items} label="SLOs" />
          </div>
          <Paging page={page} filters={filters} />
        </SectionCard>
      )}
    </>
  );
}
