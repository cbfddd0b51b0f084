import { type Component, SERVICE_DEFAULTS } from '../../model';
import { toYaml } from '../toYaml';

/**
 * Values of the company's service chart for a component on Kubernetes.
 *
 * @returns undefined when the component runs elsewhere
 */
export function deploymentValues(component: Component): string | undefined {
  const { scaling } = component;
  if (component.runtime !== 'kubernetes' || !scaling) {
    return undefined;
  }
  const fixed = scaling.min === scaling.max;
  return toYaml({
    service: { name: component.name, port: component.port },
    regions: component.regions,
    replicas: { minimum: scaling.min, maximum: scaling.max },
    ...(!fixed && {
      autoscaling: {
        cpuPercent: scaling.cpuPercent,
        memoryPercent: scaling.memoryPercent,
        scaleUp: scaling.scaleUp,
        scaleDown: scaling.scaleDown,
      },
    }),
    ...(component.consumer && { consumer: component.consumer }),
    timeoutSeconds: {
      request: SERVICE_DEFAULTS.timeouts.serviceToService,
      database: SERVICE_DEFAULTS.timeouts.database,
      health: SERVICE_DEFAULTS.timeouts.health,
    },
    canary: { steps: [5, 25, 50, 100], abortErrorRatePercent: 0.1 },
  });
}
