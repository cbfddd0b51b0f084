import type {
  DefinitionProblem,
  SloDefinition,
} from '@arctiq/plugin-slo-common';
import type {
  FileReading,
  SloComponent,
  StoredDefinition,
} from './DefinitionStore';
import { type Moment, toIso, toRequiredIso } from './moments';

/** One row of `components`. */
export interface ComponentRow {
  entity_ref: string;
  title: string;
  owner_ref: string | null;
  system_ref: string | null;
  tier: number | null;
}

/** One row of `definitions`. */
export interface DefinitionRow {
  id: string;
  entity_ref: string;
  revision: number;
  since: Moment;
  in_force: boolean | number;
  document: string;
}

/** One row of `definition_files`. */
export interface FileRow {
  entity_ref: string;
  file: string;
  etag: string | null;
  read_at: Moment | null;
  problems: string;
}

/** The component of a row. */
export function mapComponent(row: ComponentRow): SloComponent {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    tier: row.tier ?? undefined,
  };
}

/** The definition of a row that was joined with that of its component. */
export function mapDefinition(
  row: DefinitionRow & ComponentRow,
): StoredDefinition {
  return {
    definition: JSON.parse(row.document),
    component: mapComponent(row),
    revision: row.revision,
    since: toRequiredIso(row.since),
  };
}

/** The reading of a row. */
export function mapReading(row: FileRow): FileReading {
  const problems: DefinitionProblem[] = JSON.parse(row.problems);
  return {
    entityRef: row.entity_ref,
    file: row.file,
    etag: row.etag ?? undefined,
    readAt: toIso(row.read_at),
    problems,
  };
}

/** What makes two revisions differ: everything but where it stands in its file. */
export function contentOf(definition: SloDefinition): string {
  const { source: _, ...content } = definition;
  return JSON.stringify(sortKeys(content));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sortKeys(inner)]),
    );
  }
  return value;
}
