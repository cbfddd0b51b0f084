import { isDeepStrictEqual } from 'node:util';
import { commonDrift } from '../mock-limits.mjs';
import { countDone } from './lines.mjs';

/** `module.a.aws_x.y["k"]` is known as `aws_x.y`. */
export function shortAddress(address = '') {
  const bare = address.replace(/\[[^\]]*\]/g, '');
  return bare.split('.').slice(-2).join('.');
}

function explains({ resource, error }, { address, summary, detail }) {
  return (
    shortAddress(address) === resource &&
    `${summary}\n${detail}`.includes(error)
  );
}

/**
 * Holds the errors of an apply against what the mock is known not to serve.
 * Both sides must agree, so that the list cannot grow old unseen.
 *
 * @returns problems, and how many resources were not made as expected
 */
export function compareErrors(messages, { refused = [], patienceMs } = {}) {
  const errors = messages
    .filter(
      ({ type, diagnostic }) =>
        type === 'diagnostic' && diagnostic.severity === 'error',
    )
    .map(({ diagnostic }) => diagnostic);
  const unknown = errors
    .filter(
      error =>
        !refused.some(limit => explains(limit, error)) &&
        // Said for every worker of Terraform once a wait was broken off.
        !(patienceMs && error.summary === 'execution halted'),
    )
    .map(({ address, summary, detail }) =>
      [address, summary, detail].filter(Boolean).join(': '),
    );
  const stale = refused
    .filter(limit => !errors.some(error => explains(limit, error)))
    .map(
      ({ resource, error }) =>
        `${resource} no longer fails with "${error}": strike it from mock-limits.mjs`,
    );
  const planned = messages.find(
    ({ type, changes }) =>
      type === 'change_summary' && changes.operation === 'plan',
  );
  const made = countDone(messages, 'create');
  return {
    problems: [...unknown, ...stale],
    expected: planned ? planned.changes.add - made : 0,
  };
}

function changedAttributes({ before, after }) {
  return Object.keys(after ?? {}).filter(
    name => !isDeepStrictEqual(before?.[name], after[name]),
  );
}

/** Whether a planned change is one that the list of limits foresees. */
function isForeseen({ address, change }, { refused = [], drift = [] }) {
  const actions = [...change.actions].sort().join();
  const is = ({ resource }) => resource === shortAddress(address);
  if (actions === 'create') {
    // Only what an apply could not make is still to be made.
    return refused.length > 0;
  }
  if (actions === 'create,delete') {
    // What was half made before the mock failed is made anew.
    return refused.some(is) || Boolean(drift.find(is)?.replaced);
  }
  return (
    actions === 'update' &&
    changedAttributes(change).every(
      name =>
        drift.find(is)?.attributes?.includes(name) ||
        commonDrift[shortAddress(address).split('.')[0]]?.includes(name),
    )
  );
}

/**
 * Holds the changes of a second plan against what the mock is known to return
 * differently.
 *
 * @returns problems
 */
export function compareDrift(changes, limits = {}) {
  const real = changes.filter(
    ({ change }) => !['no-op', 'read'].includes(change.actions.join()),
  );
  const unknown = real
    .filter(one => !isForeseen(one, limits))
    .map(
      ({ address, change }) =>
        `${address}: ${change.actions.join(' and ')} of ${
          changedAttributes(change).join(', ') || 'all'
        }`,
    );
  const stale = (limits.drift ?? [])
    .filter(
      ({ resource }) =>
        !real.some(({ address }) => shortAddress(address) === resource),
    )
    .map(
      ({ resource }) =>
        `${resource} no longer changes: strike it from mock-limits.mjs`,
    );
  return [...unknown, ...stale];
}

/** Errors of a destroy that the list of limits does not foresee. */
export function compareLeftovers(errors, { kept = [] } = {}) {
  const stale = kept
    .filter(({ error }) => !errors.some(text => text.includes(error)))
    .map(
      ({ resource }) =>
        `${resource} can be destroyed now: strike it from mock-limits.mjs`,
    );
  return [
    ...errors.filter(text => !kept.some(({ error }) => text.includes(error))),
    ...stale,
  ];
}
