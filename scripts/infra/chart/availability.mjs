import { podsOf } from './pods.mjs';

const sleepLimitSeconds = 55;

function find(objects, kind) {
  return objects.find(object => object.kind === kind);
}

/** Whether a selector's labels are all on the pod. */
export function selects(selector, labels) {
  return Object.entries(selector?.matchLabels ?? selector ?? {}).every(
    ([key, value]) => labels[key] === value,
  );
}

function seconds({ periodSeconds = 10, failureThreshold = 3 } = {}) {
  return periodSeconds * failureThreshold;
}

function checkDisruptions(objects, deployment) {
  const problems = [];
  const labels = deployment.spec.template.metadata.labels;
  const budget = find(objects, 'PodDisruptionBudget');
  if (budget?.spec.minAvailable !== 2) {
    problems.push('no PodDisruptionBudget keeps two pods');
  } else if (!selects(budget.spec.selector, labels)) {
    problems.push('the PodDisruptionBudget selects other pods');
  }
  const scaler = find(objects, 'HorizontalPodAutoscaler');
  const least = scaler?.spec.minReplicas ?? deployment.spec.replicas;
  if (!(least >= 3)) {
    problems.push(`${least} replicas leave no room for a disruption`);
  }
  if (scaler && deployment.spec.replicas !== undefined) {
    problems.push('the Deployment and the autoscaler both say how many');
  }
  if (scaler) {
    const target = name =>
      scaler.spec.metrics.find(({ resource }) => resource.name === name)
        ?.resource.target.averageUtilization;
    if (target('cpu') !== 70 || target('memory') !== 80) {
      problems.push('the autoscaler does not aim at 70 % CPU and 80 % memory');
    }
    const { scaleDown } = scaler.spec.behavior;
    if (!(scaleDown.stabilizationWindowSeconds >= 300)) {
      problems.push('the autoscaler takes pods away too soon');
    }
  }
  return problems;
}

function checkProbes(container) {
  const problems = [];
  const { startupProbe, readinessProbe, livenessProbe } = container;
  const path = probe => probe?.httpGet?.path;
  if (!(seconds(startupProbe) >= 900) || !path(startupProbe)) {
    problems.push('a start may not take 15 minutes');
  }
  if (path(readinessProbe) !== '/.backstage/health/v1/readiness') {
    problems.push('readiness is not asked for');
  }
  if (path(livenessProbe) !== '/.backstage/health/v1/liveness') {
    problems.push('liveness is not asked for');
  } else if (seconds(livenessProbe) < 60) {
    problems.push('a busy pod is restarted within a minute');
  }
  return problems;
}

function checkStop(objects, spec, container) {
  const config = find(objects, 'ConfigMap')?.data['app-config.yaml'] ?? '';
  const delay = Number(
    /serverShutdownDelay:\s+seconds: (\d+)/.exec(config)?.[1] ?? 0,
  );
  const sleep = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
  const problems = [];
  if (!(sleep >= 1)) {
    problems.push('a pod does not wait before it stops');
  }
  if (delay < 10) {
    problems.push('the server does not wait before it refuses connections');
  }
  const needed = sleep + delay + sleepLimitSeconds;
  if (!(spec.terminationGracePeriodSeconds >= needed)) {
    problems.push(
      `a pod is killed before the ${needed} s that a stop may take`,
    );
  }
  return problems;
}

/** What could make the portal go away although nothing of it is broken. */
export function checkAvailability(objects) {
  const deployment = find(objects, 'Deployment');
  const { spec } = podsOf(objects).find(({ object }) => object === deployment);
  const [container] = spec.containers;
  const problems = [
    ...checkDisruptions(objects, deployment),
    ...checkProbes(container),
    ...checkStop(objects, spec, container),
  ];
  const { rollingUpdate } = deployment.spec.strategy ?? {};
  if (rollingUpdate?.maxUnavailable !== 0) {
    problems.push('a rolling update takes pods away before others are there');
  }
  const labels = deployment.spec.template.metadata.labels;
  for (const key of ['topology.kubernetes.io/zone', 'kubernetes.io/hostname']) {
    const constraint = (spec.topologySpreadConstraints ?? []).find(
      ({ topologyKey }) => topologyKey === key,
    );
    if (
      constraint?.whenUnsatisfiable !== 'DoNotSchedule' ||
      !selects(constraint.labelSelector, labels)
    ) {
      problems.push(`the pods are not spread over ${key}`);
    }
  }
  if (!spec.priorityClassName) {
    problems.push('the pods have no priority');
  }
  return problems;
}
