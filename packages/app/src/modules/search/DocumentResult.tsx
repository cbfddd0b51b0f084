import type { SearchDocument } from '@backstage/plugin-search-common';
import { Result, type ResultProps } from './Result';

/** What TechDocs puts into the search index for a page. */
interface PageDocument extends SearchDocument {
  name?: string;
  entityTitle?: string;
}

/** A page of documentation among search results, with whose it is. */
export function DocumentResult(props: ResultProps) {
  const result = props.result as PageDocument | undefined;
  if (!result) {
    return null;
  }
  const subject = result.entityTitle ?? result.name;
  return (
    <Result
      {...props}
      result={result}
      kind="techdocs"
      facts={[subject && `about ${subject}`]}
    />
  );
}
