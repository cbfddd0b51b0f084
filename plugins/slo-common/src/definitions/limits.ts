/** Characters of one file; a longer one is not read as YAML at all. */
export const MAX_FILE_CHARACTERS = 1_000_000;

/** YAML documents of one file. */
export const MAX_DOCUMENTS = 500;

/** SLOs of one file. */
export const MAX_SLOS = 100;

/** Objectives of one SLO. */
export const MAX_OBJECTIVES = 25;

/** Labels, and annotations, of one document. */
export const MAX_METADATA_ENTRIES = 100;

/** Problems that are told of one document. */
export const MAX_PROBLEMS_PER_DOCUMENT = 20;

/** Characters of a query. */
export const MAX_QUERY_CHARACTERS = 10_000;
