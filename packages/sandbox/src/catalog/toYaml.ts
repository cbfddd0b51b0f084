import { stringify } from 'yaml';

/** Writes a document as YAML: no anchors, no folded lines, the same every time. */
export function toYaml(document: unknown): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Writes several documents into one file, as catalogs allow. */
export function toYamlDocuments(documents: readonly unknown[]): string {
  return documents.map(toYaml).join('---\n');
}
