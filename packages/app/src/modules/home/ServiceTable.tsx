import { EntityLinkCell, TierBadge, tierOf } from '@arctiq/ui-kit';
import {
  type ComponentEntity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import styles from './ServiceTable.module.css';

function ServiceLinks(props: { service: ComponentEntity }) {
  const { service } = props;
  const links = (service.metadata.links ?? []).slice(0, 3);
  return (
    <ul className={styles.links}>
      {links.map(link => (
        <li key={link.url}>
          <Link
            href={link.url}
            target="_blank"
            rel="noopener"
            aria-label={`${link.title ?? link.url} of ${service.metadata.name}`}
          >
            {link.title ?? link.type ?? 'Link'}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Services with tier, lifecycle, system and links; stacked on a phone. */
export function ServiceTable(props: { services: ComponentEntity[] }) {
  const entityHref = useEntityRefLink();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Tier</th>
          <th scope="col">Lifecycle</th>
          <th scope="col">System</th>
          <th scope="col">Links</th>
        </tr>
      </thead>
      <tbody>
        {props.services.map(service => {
          const ref = stringifyEntityRef(service);
          const tier = tierOf(service);
          const system = service.spec.system;
          return (
            <tr key={ref}>
              <th scope="row" className={styles.name}>
                <EntityLinkCell
                  entityRef={ref}
                  href={entityHref(ref)}
                  title={service.metadata.title}
                  secondary={service.spec.type}
                />
              </th>
              <td>{tier ? <TierBadge tier={tier} /> : 'No tier'}</td>
              <td>{service.spec.lifecycle}</td>
              <td>
                {system && (
                  <Link
                    href={entityHref(
                      stringifyEntityRef(
                        parseEntityRef(system, {
                          defaultKind: 'system',
                          defaultNamespace:
                            service.metadata.namespace ?? 'default',
                        }),
                      ),
                    )}
                  >
                    {parseEntityRef(system, { defaultKind: 'system' }).name}
                  </Link>
                )}
              </td>
              <td>
                <ServiceLinks service={service} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
