import type { Scoreboard } from '@arctiq/plugin-slo-common';
import {
  BudgetBar,
  formatDay,
  formatNumber,
  formatShare,
  formatTarget,
  SectionCard,
  StatePanel,
} from '@arctiq/ui-kit';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useSloLinks } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { BudgetHero } from '../BudgetHero';
import { DataNotice } from '../DataNotice';
import { ReadPanel } from '../ReadPanel';
import { StateCounts } from '../SloCard';
import { RollupTable, toneOfRemaining } from './RollupTable';
import styles from './ScoreboardPage.module.css';

function day(iso: string): string {
  return formatDay(Date.parse(iso) / 1000);
}

function sentenceOf(board: Scoreboard): string {
  const { company, objective } = board;
  const target = formatTarget(objective);
  if (company.sli === undefined) {
    return `The company promises ${target} this quarter; nothing was measured yet.`;
  }
  return company.sli >= Number(objective)
    ? `The company keeps its ${target} this quarter.`
    : `The company misses its ${target} this quarter.`;
}

/** Why the board is not complete, where the board itself shows it. */
function doubtsOf({ states, slos }: Scoreboard['company']): string[] {
  const silent = (states['no-data'] ?? 0) + (states['not-measured'] ?? 0);
  return silent > 0 ? [`${silent} of ${slos} SLOs have too little data.`] : [];
}

function Hero(props: { board: Scoreboard }) {
  const { company, quarter, allowedMinutes, spentMinutes } = props.board;
  const tone = toneOfRemaining(company.remaining);
  return (
    <BudgetHero
      tone={tone}
      kicker={`${day(quarter.from)} to ${day(quarter.to)} (${
        quarter.timeZone
      })`}
      sentence={sentenceOf(props.board)}
      figure={
        company.sli === undefined
          ? undefined
          : {
              value: formatShare(company.sli),
              caption: 'of all that was asked',
            }
      }
    >
      <BudgetBar
        label="Budget left of the company"
        remaining={company.remaining}
        tone={tone}
        large
      />
      <p className={styles.minutes}>
        The quarter allows {formatNumber(Math.round(allowedMinutes))} bad
        minutes
        {spentMinutes !== undefined &&
          `; ${formatNumber(Math.round(spentMinutes))} are spent`}
        .
      </p>
      <StateCounts states={company.states} />
    </BudgetHero>
  );
}

function Board(props: {
  board: Scoreboard;
  retry: () => void;
  refreshProblem?: string;
}) {
  const { board, retry, refreshProblem } = props;
  const { company, teams, systems } = board;
  if (company.slos === 0) {
    return (
      <StatePanel
        kind="empty"
        title="No service has an SLO yet"
        headingLevel={2}
      >
        The scoreboard fills when services name their SLO files in the
        annotation arctiq.io/slo.
      </StatePanel>
    );
  }
  return (
    <>
      <DataNotice
        headingLevel={2}
        quality={company.quality}
        asOf={company.asOf}
        reasons={doubtsOf(company)}
        refreshProblem={refreshProblem}
        retry={retry}
      />
      <Hero board={board} />
      <SectionCard title="Teams">
        <RollupTable rollups={teams} by="owner" label="Teams" />
      </SectionCard>
      <SectionCard title="Systems">
        <RollupTable rollups={systems} by="system" label="Systems" />
      </SectionCard>
    </>
  );
}

/** The company, its teams and its systems against the objective of the quarter. */
export function ScoreboardPage() {
  const links = useSloLinks();
  const read = useRead('scoreboard', (api, options) => api.scoreboard(options));
  return (
    <BreadcrumbEntry
      entry={{ label: 'Company scoreboard', href: links.scoreboard() ?? '' }}
    >
      <Container>
        <main className={styles.page}>
          <ReadPanel read={read} what="The scoreboard" headingLevel={2}>
            {(board, ready) => (
              <Board
                board={board}
                retry={ready.retry}
                refreshProblem={ready.refreshProblem}
              />
            )}
          </ReadPanel>
        </main>
      </Container>
    </BreadcrumbEntry>
  );
}
