import { StatusBadge, kindIcon, kindLabel } from '@arctiq/ui-kit';
import { Link } from '@backstage/ui';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import styles from './EntityResult.module.css';

/** What the catalog puts into the search index for an entity. */
interface EntityDocument extends SearchDocument {
  kind?: string;
  type?: string;
  componentType?: string;
  lifecycle?: string;
  owner?: string;
}

function Highlighted(props: {
  text: string;
  field: 'title' | 'text';
  highlight?: ResultHighlight;
}) {
  const { text, field, highlight } = props;
  const marked = highlight?.fields[field];
  return marked && highlight ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{text}</>
  );
}

/** An entity among search results: kind in words, owner and lifecycle. */
export function EntityResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { highlight } = props;
  const result = props.result as EntityDocument | undefined;
  if (!result) {
    return null;
  }
  const kind = result.kind ?? 'entity';
  const facts = [
    result.type ?? result.componentType,
    result.owner && `owned by ${result.owner.replace(/^.*[:/]/, '')}`,
  ].filter(Boolean);
  return (
    <div className={styles.result}>
      <span className={styles.icon} aria-hidden="true">
        {kindIcon(kind)}
      </span>
      <div className={styles.text}>
        <div className={styles.titleLine}>
          <Link href={result.location} className={styles.title}>
            <Highlighted
              text={result.title}
              field="title"
              highlight={highlight}
            />
          </Link>
          <span className={styles.kind}>{kindLabel(kind)}</span>
          {result.lifecycle && (
            <StatusBadge
              tone={result.lifecycle === 'production' ? 'positive' : 'neutral'}
            >
              {result.lifecycle}
            </StatusBadge>
          )}
        </div>
        <p className={styles.description}>
          <Highlighted text={result.text} field="text" highlight={highlight} />
        </p>
        {facts.length > 0 && (
          <p className={styles.facts}>{facts.join(' · ')}</p>
        )}
      </div>
    </div>
  );
}
