import type { SloDetail } from '@arctiq/plugin-slo-common';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useSloLinks, useSloName } from '../../hooks/useFilters';
import { useRead } from '../../hooks/useRead';
import { DataNotice } from '../DataNotice';
import { ReadPanel } from '../ReadPanel';
import { BurnTable } from './BurnTable';
import { CorrectionsCard } from './CorrectionsCard';
import { DefinitionCard } from './DefinitionCard';
import { DetailHero } from './DetailHero';
import { EventsCard } from './EventsCard';
import { PolicyCard } from './PolicyCard';
import { ProvenanceCard } from './ProvenanceCard';
import { RemainingChart } from './RemainingChart';
import { RevisionsCard } from './RevisionsCard';
import { RulesCard } from './RulesCard';
import { SliceCard } from './SliceCard';
import styles from './SloDetailPage.module.css';

function toIso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time * 1000).toISOString();
}

function Content(props: {
  slo: SloDetail;
  refreshProblem?: string;
  retry: () => void;
}) {
  const { slo, refreshProblem, retry } = props;
  return (
    <>
      <DataNotice
        headingLevel={2}
        quality={slo.status.quality}
        asOf={toIso(slo.status.watermark)}
        reasons={slo.status.reasons}
        refreshProblem={refreshProblem}
        retry={retry}
      />
      <DetailHero slo={slo} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <RemainingChart slo={slo} />
          <EventsCard slo={slo} />
          <SliceCard slo={slo} />
          <DefinitionCard slo={slo} />
        </div>
        <div className={styles.column}>
          <PolicyCard slo={slo} />
          <BurnTable slo={slo} />
          <CorrectionsCard slo={slo} onChange={retry} />
          <ProvenanceCard slo={slo} />
          <RevisionsCard slo={slo} />
        </div>
      </div>
      <RulesCard slo={slo} />
    </>
  );
}

/** One SLO: how much is left, what spent it, and how that is known. */
export function SloDetailPage() {
  const slo = useSloName();
  const links = useSloLinks();
  const id = `${slo.namespace}/${slo.component}/${slo.name}`;
  const read = useRead(id, (api, options) => api.get(slo, options));
  const all = links.list({ view: 'all' });
  const label =
    read.state === 'ready'
      ? `${read.value.entityTitle}: ${read.value.displayName}`
      : slo.name;
  return (
    <BreadcrumbEntry entry={{ label, href: links.slo(id) ?? '' }}>
      <Container>
        <main className={styles.page}>
          <ReadPanel
            read={read}
            what="The SLO"
            headingLevel={2}
            missing={{
              title: `There is no SLO ${id}`,
              detail:
                'It may have been renamed, or taken out of the file that defined it.',
              action: all ? { label: 'Show all SLOs', href: all } : undefined,
            }}
          >
            {(value, ready) => (
              <Content
                key={value.id}
                slo={value}
                refreshProblem={ready.refreshProblem}
                retry={ready.retry}
              />
            )}
          </ReadPanel>
        </main>
      </Container>
    </BreadcrumbEntry>
  );
}
