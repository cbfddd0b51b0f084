import type { SloDefinition } from '@arctiq/plugin-slo-common';

/** A revision as the store keeps it. */
export interface Revision {
  revision: number;
  since: string;
  definition: SloDefinition;
}

const NAMES: Partial<Record<keyof SloDefinition, string>> = {
  displayName: 'name',
  description: 'description',
  labels: 'labels',
  window: 'window',
  budgetingMethod: 'budgeting method',
  alerts: 'alerts',
  runbookUrl: 'runbook',
  format: 'format of the file',
};

/**
 * Says of each revision what it changed.
 *
 * @param revisions - newest first
 */
export function describeRevisions(revisions: Revision[]) {
  return revisions.map(({ revision, since, definition }, index) => {
    const before = revisions.at(index + 1)?.definition;
    return {
      revision,
      since,
      summary: before ? describeChange(before, definition) : 'First seen',
    };
  });
}

function describeChange(before: SloDefinition, after: SloDefinition): string {
  const changes: string[] = [];
  const [from, to] = [before, after].map(targets);
  if (from !== to) {
    changes.push(`target from ${from} to ${to}`);
  }
  if (before.measurementHash !== after.measurementHash) {
    changes.push('what is measured');
  }
  for (const [field, name] of Object.entries(NAMES)) {
    const key = field as keyof SloDefinition;
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) {
      changes.push(name);
    }
  }
  return changes.length > 0
    ? `Changed: ${changes.join(', ')}`
    : 'Changed in its details';
}

function targets({ objectives }: SloDefinition): string {
  return objectives.map(({ target }) => target).join(' and ');
}
