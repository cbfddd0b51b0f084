import type { Component } from '../../model';
import { namespaceOf } from '../addresses';
import { code, page, steps } from './markdown';

const VERIFY =
  'Watch the dashboard for ten minutes: error rate below 0.1 %, p99 in its objective.';

function kubernetes(component: Component): string {
  const [first] = component.regions;
  return page(
    'A canary that breaks its objectives is taken back by itself within 60 seconds. By hand, region by region:',
    code(
      'sh',
      [
        `kubectl argo rollouts undo ${
          component.name
        } --context eks-prod-${first} -n ${namespaceOf(component)}`,
        `kubectl argo rollouts status ${
          component.name
        } --context eks-prod-${first} -n ${namespaceOf(component)} --watch`,
      ].join('\n'),
    ),
    steps([
      ...component.regions
        .slice(1)
        .map(region => `The same with \`--context eks-prod-${region}\`.`),
      'Revert the commit in the repository, or Argo CD brings the bad version back.',
      VERIFY,
    ]),
  );
}

function staticSite(component: Component): string {
  return page(
    'Every release stays in the bucket under its own prefix; rolling back is to point at the one before.',
    steps([
      `Run the workflow \`release\` of the repository ${component.name} with the version before as input.`,
      'Invalidate `/index.html` at CloudFront; assets carry hashes and need nothing.',
      VERIFY,
    ]),
  );
}

function appStore(component: Component): string {
  return page(
    'What is on phones cannot be taken back, only stopped and replaced.',
    steps([
      'Halt the staged rollout in the consoles of both stores.',
      'Switch the new feature off by its flag; phones ask every 15 minutes.',
      `Revert the commit in ${component.name} and release with a higher version; ask the stores for an expedited review.`,
    ]),
  );
}

function flink(component: Component): string {
  return page(
    steps([
      `Stop the job with a savepoint: \`flink stop --savepointPath gs://analytics-checkpoints/savepoints <job id>\`.`,
      `Start the version before of ${
        component.name
      } from this savepoint, parallelism ${
        component.scaling?.parallelism ?? 1
      }.`,
      'When its state does not fit, start from the last checkpoint; at most 60 seconds are counted again.',
      VERIFY,
    ]),
  );
}

function bareMetal(): string {
  return page(
    'Each release is a folder on both hosts; `current` links to the one that runs. Expect four minutes of downtime for what the monolith still serves.',
    code(
      'sh',
      [
        'sudo -u deploy ln -sfn /srv/shop/releases/<previous> /srv/shop/current',
        'sudo systemctl reload php-fpm',
      ].join('\n'),
    ),
    steps([
      'Do both hosts, one after the other.',
      'Never roll a database migration back: write a new one.',
      'For a path that a service can take over, shift it at the gateway instead.',
    ]),
  );
}

/** How a bad version of a component is taken back. */
export function rollback(component: Component): string {
  switch (component.runtime) {
    case 'kubernetes':
      return kubernetes(component).trim();
    case 'static-site':
      return staticSite(component).trim();
    case 'app-store':
      return appStore(component).trim();
    case 'flink':
      return flink(component).trim();
    default:
      return bareMetal().trim();
  }
}
