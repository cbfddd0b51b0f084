import type { SloPage } from '@arctiq/plugin-slo-common';
import { SectionCard, StatePanel } from '@arctiq/ui-kit';
import { useSloLinks } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { inSentence } from '../../words/names';
import { headline } from '../../words/headline';
import { isBurning } from '../../words/tone';
import { DataNotice } from '../DataNotice';
import { ReadPanel } from '../ReadPanel';
import { SloLines, StateCounts } from '../SloCard';
import styles from './HomeBudgets.module.css';

const query = { mine: true, sort: 'burn', limit: 3 } as const;

function Answer(props: { page: SloPage }) {
  const [first] = props.page.items;
  const calm = first.status.state === 'healthy' && !isBurning(first.status);
  return (
    <p className={styles.answer}>
      {calm
        ? 'Nothing burns faster than it may.'
        : `${first.entityTitle} ${inSentence(first.displayName)} ${headline(
            first,
            new Date(),
          )}.`}
    </p>
  );
}

/** The error budgets of the person's teams, what burns first on top. */
export function HomeBudgets() {
  const links = useSloLinks();
  const read = useRead('home', (api, options) => api.list(query, options));
  const mine = links.list({ view: 'mine' });
  const all = links.list({ view: 'all' });
  const total = read.state === 'ready' ? read.value.totalItems : 0;
  return (
    <SectionCard
      title="Error budgets of your teams"
      more={
        mine && total > 0 ? { label: `All ${total}`, href: mine } : undefined
      }
    >
      <ReadPanel read={read} what="Error budgets">
        {(page, ready) =>
          page.items.length === 0 ? (
            <StatePanel
              kind="empty"
              title="Your teams have no SLOs yet"
              action={all ? { label: 'Show all SLOs', href: all } : undefined}
              compact
            >
              They appear here when a service of yours names its SLO file in the
              annotation arctiq.io/slo.
            </StatePanel>
          ) : (
            <div className={styles.content}>
              <Answer page={page} />
              <DataNotice
                quality={page.quality}
                asOf={page.asOf}
                reasons={page.reason ? [page.reason] : []}
                refreshProblem={ready.refreshProblem}
                retry={ready.retry}
              />
              <StateCounts states={page.states} />
              <SloLines
                slos={page.items}
                showComponent
                label="What burns first"
              />
            </div>
          )
        }
      </ReadPanel>
    </SectionCard>
  );
}
