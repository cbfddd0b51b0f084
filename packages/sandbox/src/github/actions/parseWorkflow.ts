import { parse } from 'yaml';

/** What the sandbox understands of a workflow file. */
export interface ParsedWorkflow {
  name: string;
  /** Names of the jobs, as their check runs are called. */
  jobs: string[];
  /** Why GitHub would not run the file. */
  problem?: string;
  /** Whether an event on a branch starts it. */
  startsOn: (event: string, branch: string) => boolean;
}

type Mapping = Record<string, unknown>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string',
  );
}

/** GitHub's branch patterns: `*` stays inside a part, `**` does not. */
function matchesBranch(pattern: string, branch: string): boolean {
  const source = pattern
    .split(/(\*\*|\*|\?)/)
    .map(part => {
      if (part === '**') {
        return '.*';
      }
      return part === '*' || part === '?'
        ? `[^/]${part}`
        : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`).test(branch);
}

function branchAllowed(filter: unknown, branch: string): boolean {
  if (!isMapping(filter)) {
    return true;
  }
  if (filter.branches !== undefined) {
    return strings(filter.branches).some(one => matchesBranch(one, branch));
  }
  if (filter['branches-ignore'] !== undefined) {
    return !strings(filter['branches-ignore']).some(one =>
      matchesBranch(one, branch),
    );
  }
  // A filter for tags alone leaves branches out.
  return filter.tags === undefined;
}

function triggers(on: unknown): Map<string, unknown> {
  return isMapping(on)
    ? new Map(Object.entries(on))
    : new Map(strings(on).map(event => [event, undefined]));
}

function jobProblem(id: string, job: unknown): string | undefined {
  if (!isMapping(job)) {
    return `The job "${id}" is not a mapping.`;
  }
  if (job.uses === undefined && job['runs-on'] === undefined) {
    return `The job "${id}" has neither runs-on nor uses.`;
  }
  if (job.uses === undefined && !Array.isArray(job.steps)) {
    return `The job "${id}" has no steps.`;
  }
  return undefined;
}

/**
 * Reads a workflow file.
 *
 * @param path - shown as its name when it has none
 */
export function parseWorkflow(path: string, text: string): ParsedWorkflow {
  const broken = (problem: string): ParsedWorkflow => ({
    name: path,
    jobs: [],
    problem,
    startsOn: event => event === 'push',
  });
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    return broken(`The file is no YAML: ${(error as Error).message}`);
  }
  if (!isMapping(document)) {
    return broken('The file is not a mapping.');
  }
  if (!isMapping(document.jobs) || Object.keys(document.jobs).length === 0) {
    return broken('The file has no jobs.');
  }
  const on = triggers(document.on);
  const jobs = Object.entries(document.jobs);
  return {
    name: typeof document.name === 'string' ? document.name : path,
    jobs: jobs.map(([id, job]) =>
      isMapping(job) && typeof job.name === 'string' ? job.name : id,
    ),
    problem: jobs
      .map(([id, job]) => jobProblem(id, job))
      .find(problem => problem !== undefined),
    startsOn: (event, branch) =>
      on.has(event) && branchAllowed(on.get(event), branch),
  };
}
