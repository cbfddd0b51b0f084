import { StatusBadge } from '@arctiq/ui-kit';
import type { SearchDocument } from '@backstage/plugin-search-common';
import { Result, type ResultProps } from './Result';

/** What the catalog puts into the search index for an entity. */
interface EntityDocument extends SearchDocument {
  kind?: string;
  type?: string;
  componentType?: string;
  lifecycle?: string;
  owner?: string;
}

/** An entity among search results: kind in words, owner and lifecycle. */
export function EntityResult(props: ResultProps) {
  const result = props.result as EntityDocument | undefined;
  if (!result) {
    return null;
  }
  const { lifecycle, owner } = result;
  return (
    <Result
      {...props}
      result={result}
      kind={result.kind ?? 'entity'}
      badge={
        lifecycle && (
          <StatusBadge
            tone={lifecycle === 'production' ? 'positive' : 'neutral'}
          >
            {lifecycle}
          </StatusBadge>
        )
      }
      facts={[
        result.type ?? result.componentType,
        owner && `owned by ${owner.replace(/^.*[:/]/, '')}`,
      ]}
    />
  );
}
