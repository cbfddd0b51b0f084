import { LinkTabs } from '@arctiq/ui-kit';
import { Container, Link } from '@backstage/ui';
import { useFilters, useSloLinks } from '../../hooks/useFilters';
import { useSlos } from '../../hooks/useSlos';
import { DataNotice } from '../DataNotice';
import { ReadPanel } from '../ReadPanel';
import { SloList } from './SloList';
import styles from './SlosPage.module.css';

/** Every error budget: what burns, whose it is, when it ends. */
export function SlosPage() {
  const { filters, page } = useSlos(useFilters());
  const links = useSloLinks();
  return (
    <Container>
      <main className={styles.page}>
        <div className={styles.top}>
          <LinkTabs
            label="Which SLOs"
            tabs={[
              {
                label: "Your teams'",
                href: links.list({
                  ...filters,
                  view: 'mine',
                  owner: undefined,
                  cursor: undefined,
                }),
                current: filters.view === 'mine',
              },
              {
                label: 'All',
                href: links.list({
                  ...filters,
                  view: 'all',
                  cursor: undefined,
                }),
                current: filters.view === 'all',
              },
            ]}
          />
          <Link href={links.scoreboard()}>Company scoreboard</Link>
        </div>
        <ReadPanel read={page} what="SLOs" headingLevel={2}>
          {(value, ready) => (
            <>
              <DataNotice
                headingLevel={2}
                quality={value.quality}
                asOf={value.asOf}
                reasons={value.reason ? [value.reason] : []}
                refreshProblem={ready.refreshProblem}
                retry={ready.retry}
              />
              <SloList page={value} filters={filters} pending={ready.pending} />
            </>
          )}
        </ReadPanel>
      </main>
    </Container>
  );
}
