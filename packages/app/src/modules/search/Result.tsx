import { kindIcon, kindLabel } from '@arctiq/ui-kit';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Result.module.css';

/** What the search page hands to a result. */
export interface ResultProps {
  result?: SearchDocument;
  rank?: number;
  highlight?: ResultHighlight;
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

/** One result of a search: what kind of thing it is stands beside its name. */
export function Result(props: {
  result: SearchDocument;
  rank?: number;
  highlight?: ResultHighlight;
  /** Kind of entity, or `techdocs`. */
  kind: string;
  /** Beside the kind, such as the lifecycle. */
  badge?: ReactNode;
  /** Last line, joined by dots. */
  facts: Array<string | undefined>;
}) {
  const { result, rank, highlight, kind, badge } = props;
  const analytics = useAnalytics();
  const facts = props.facts.filter(Boolean);
  return (
    <article className={styles.result}>
      <span className={styles.icon} aria-hidden="true">
        {kindIcon(kind)}
      </span>
      <div className={styles.text}>
        <div className={styles.titleLine}>
          <Link
            href={result.location}
            className={styles.title}
            onClick={() =>
              analytics.captureEvent('discover', result.title, {
                attributes: { to: result.location },
                value: rank,
              })
            }
          >
            <Highlighted
              text={result.title}
              field="title"
              highlight={highlight}
            />
          </Link>
          <span className={styles.kind}>{kindLabel(kind)}</span>
          {badge}
        </div>
        <p className={styles.description}>
          <Highlighted text={result.text} field="text" highlight={highlight} />
        </p>
        {facts.length > 0 && (
          <p className={styles.facts}>{facts.join(' · ')}</p>
        )}
      </div>
    </article>
  );
}
