import type { EventSpend, SloDetail } from '@arctiq/plugin-slo-common';
import {
  DataCell,
  DataTable,
  formatBudget,
  formatMoment,
  NameCell,
  SectionCard,
  StatePanel,
  StatusBadge,
} from '@arctiq/ui-kit';
import { Button, Link } from '@backstage/ui';
import { RiAlarmWarningLine, RiRocketLine } from '@remixicon/react';
import { useState } from 'react';
import styles from './SloDetailPage.module.css';

const FIRST = 8;

function Kind(props: { spend: EventSpend }) {
  const { kind } = props.spend.event;
  return kind === 'deploy' ? (
    <StatusBadge tone="announcement" icon={<RiRocketLine size="1em" />}>
      Deploy
    </StatusBadge>
  ) : (
    <StatusBadge tone="negative" icon={<RiAlarmWarningLine size="1em" />}>
      Incident
    </StatusBadge>
  );
}

function EventRow(props: { spend: EventSpend; now: Date }) {
  const { spend, now } = props;
  const { event, spent, needsPostmortem } = spend;
  return (
    <tr>
      <NameCell>
        {event.url ? (
          <Link href={event.url} target="_blank" rel="noopener noreferrer">
            {event.title}
          </Link>
        ) : (
          event.title
        )}
        <span className={styles.note}>
          {[event.label, event.actor].filter(Boolean).join(' · ')}
        </span>
      </NameCell>
      <DataCell>
        <Kind spend={spend} />
      </DataCell>
      <DataCell phoneLabel="on">
        <span className={styles.time}>{formatMoment(event.start, now)}</span>
      </DataCell>
      <DataCell align="end" phoneLabel="spent">
        {spent === undefined ? 'not known' : formatBudget(spent)}
      </DataCell>
      <DataCell blank={!needsPostmortem}>
        {needsPostmortem && (
          <StatusBadge
            tone="warning"
            title="It spent more of the budget than one event may without a postmortem"
          >
            Postmortem due
          </StatusBadge>
        )}
      </DataCell>
    </tr>
  );
}

/** Which deploys and incidents spent the budget, the costliest first. */
export function EventsCard(props: { slo: SloDetail }) {
  const [all, setAll] = useState(false);
  const events = [...props.slo.events].sort(
    (a, b) => (b.spent ?? 0) - (a.spent ?? 0),
  );
  const now = new Date();
  const first = events[0];
  return (
    <SectionCard title="What spent it">
      {events.length === 0 ? (
        <StatePanel
          kind="empty"
          title="No deploy or incident in this window"
          compact
        >
          They appear here when the deployments and incidents of the component
          are known to the portal.
        </StatePanel>
      ) : (
        <>
          {first.spent !== undefined && first.spent > 0 && (
            <p className={styles.step}>
              <strong>{first.event.title}</strong> spent the most:{' '}
              {formatBudget(first.spent)} of the budget.
            </p>
          )}
          <DataTable
            label="Deploys and incidents by what they spent"
            columns={[
              { title: 'Event' },
              { title: 'Kind' },
              { title: 'When' },
              { title: 'Spent', align: 'end' },
              { title: 'Next step' },
            ]}
          >
            {events.slice(0, all ? undefined : FIRST).map(spend => (
              <EventRow key={spend.event.id} spend={spend} now={now} />
            ))}
          </DataTable>
          {events.length > FIRST && (
            <Button
              variant="tertiary"
              size="small"
              onPress={() => setAll(!all)}
            >
              {all ? 'Show fewer' : `Show all ${events.length}`}
            </Button>
          )}
        </>
      )}
    </SectionCard>
  );
}
