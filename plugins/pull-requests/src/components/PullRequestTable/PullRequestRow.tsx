import { Age, DataCell, Hidden, NameCell, StatusBadge } from '@arctiq/ui-kit';
import { PullRequest } from '@arctiq/plugin-pull-requests-common';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiDraftLine } from '@remixicon/react';
import { AttentionBadge, StalenessBadge } from './badges';
import styles from './PullRequestTable.module.css';

function Author(props: { pullRequest: PullRequest }) {
  const { login, displayName, entityRef } = props.pullRequest.author;
  const entityHref = useEntityRefLink();
  const name = displayName ?? login;
  return entityRef ? <Link href={entityHref(entityRef)}>{name}</Link> : name;
}

function Components(props: { pullRequest: PullRequest }) {
  const { components, repository } = props.pullRequest;
  const entityHref = useEntityRefLink();
  if (components.length === 0) {
    return (
      <span className={styles.secondary} title={repository}>
        Not in the catalog
      </span>
    );
  }
  return (
    <ul className={styles.components}>
      {components.map(({ entityRef, title }) => (
        <li key={entityRef}>
          <Link href={entityHref(entityRef)}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}

/** One pull request in the table. */
export function PullRequestRow(props: {
  pullRequest: PullRequest;
  showComponent: boolean;
  now: Date;
}) {
  const { pullRequest, showComponent, now } = props;
  const { title, url, repository, number, draft, attention } = pullRequest;
  const place = `${repository}#${number}`;
  return (
    <tr>
      <NameCell>
        <Link href={url} target="_blank" rel="noopener noreferrer">
          {title} <Hidden>({place} at GitHub, new tab)</Hidden>
        </Link>
        <span className={styles.place}>
          <span>{place}</span>
          {draft && (
            <StatusBadge tone="neutral" icon={<RiDraftLine size="1em" />}>
              Draft
            </StatusBadge>
          )}
        </span>
      </NameCell>
      <DataCell blank={!attention}>
        <AttentionBadge attention={attention} />
      </DataCell>
      {showComponent && (
        <DataCell>
          <Components pullRequest={pullRequest} />
        </DataCell>
      )}
      <DataCell phoneLabel="by">
        <Author pullRequest={pullRequest} />
      </DataCell>
      <DataCell phoneLabel="opened">
        <Age time={pullRequest.createdAt} />
      </DataCell>
      <DataCell>
        <span className={styles.activity}>
          <StalenessBadge pullRequest={pullRequest} now={now} />
          <span className={styles.secondary}>
            <Age time={pullRequest.updatedAt} />
          </span>
        </span>
      </DataCell>
    </tr>
  );
}
