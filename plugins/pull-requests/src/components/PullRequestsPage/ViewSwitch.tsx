import { Link } from '@backstage/ui';
import { Filters, views } from '../../hooks/filters';
import { useFiltersHref } from '../../hooks/useFilters';
import styles from './PullRequestsPage.module.css';

/** The views of the page, each with an address of its own. */
export function ViewSwitch(props: { filters: Filters }) {
  const { filters } = props;
  const hrefOf = useFiltersHref();
  return (
    <nav aria-label="Which pull requests">
      <ul className={styles.views}>
        {views.map(({ id, label }) => (
          <li key={id}>
            <Link
              href={hrefOf?.({ view: id, entityRef: filters.entityRef })}
              className={styles.view}
              aria-current={filters.view === id ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
