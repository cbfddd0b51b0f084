import type {
  DefinitionProblem,
  SloDefinition,
} from '@arctiq/plugin-slo-common';

/** What the catalog says of the component of an SLO. */
export interface SloComponent {
  entityRef: string;
  title: string;
  ownerRef?: string;
  systemRef?: string;
  tier?: number;
}

/** One definition as it is in force. */
export interface StoredDefinition {
  definition: SloDefinition;
  component: SloComponent;
  /** Counts from 1, up with each edit. */
  revision: number;
  /** ISO 8601: since when this revision holds. */
  since: string;
}

/** What was read of one file. */
export interface FileReading {
  entityRef: string;
  file: string;
  etag?: string;
  /** ISO 8601 of the last successful read. */
  readAt?: string;
  problems: DefinitionProblem[];
}

/** Definitions in force, with their history. */
export interface DefinitionStore {
  /** Definitions in force; those of components that left the catalog are not. */
  active(): Promise<StoredDefinition[]>;
  get(id: string): Promise<StoredDefinition | undefined>;
  revisions(
    id: string,
  ): Promise<{ revision: number; since: string; definition: SloDefinition }[]>;
  reading(entityRef: string): Promise<FileReading[]>;
  /** What was read of every file of every component in force. */
  readings(): Promise<FileReading[]>;
  /** Components in force, with or without a good definition. */
  components(): Promise<SloComponent[]>;
  /** Replaces what one component defines; unchanged definitions keep their revision. */
  replace(
    component: SloComponent,
    definitions: SloDefinition[],
    readings: FileReading[],
    now: string,
  ): Promise<void>;
  /** Takes components out of force that the catalog no longer knows. History stays. */
  retire(entityRefs: string[], now: string): Promise<void>;
}
