import { formatCount, SectionCard, StatePanel } from '@arctiq/ui-kit';
import { explain } from '../../lib/explain';
import { ServiceTable } from './ServiceTable';
import { useMyServices } from './useMyServices';

const all = {
  label: 'All in the catalog',
  href: '/catalog?filters[kind]=component&filters[user]=owned',
};

/** What the person and their teams own. */
export function MyServices(props: { owners: string[] }) {
  const services = useMyServices(props.owners);
  if (services.state === 'loading') {
    return (
      <SectionCard title="My services">
        <StatePanel kind="loading" title="Reading the catalog" compact />
      </SectionCard>
    );
  }
  if (services.state === 'failed') {
    return (
      <SectionCard title="My services">
        <StatePanel
          kind="failed"
          title="The catalog could not be read"
          action={{ label: 'Try again', onPress: services.retry }}
        >
          {explain(services.error)}
        </StatePanel>
      </SectionCard>
    );
  }
  const { items, totalItems } = services.value;
  if (items.length === 0) {
    return (
      <SectionCard title="My services">
        <StatePanel
          kind="empty"
          title="You and your teams own no service yet"
          action={{ label: 'Create a service', href: '/create' }}
        >
          A service appears here when the catalog-info.yaml of its repository
          names one of your teams as the owner.
        </StatePanel>
      </SectionCard>
    );
  }
  const hidden = totalItems - items.length;
  return (
    <SectionCard
      title={`My services (${totalItems})`}
      more={
        hidden > 0
          ? { ...all, label: `And ${formatCount(hidden, 'more', 'more')}` }
          : all
      }
    >
      <ServiceTable services={items} />
    </SectionCard>
  );
}
