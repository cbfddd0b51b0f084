import { z } from 'zod';
import { fields } from '../yaml/shape';

const metric = fields({ metric: z.string() });
const grouping = z.array(z.string()).optional();

const indicator = fields({
  ratio: fields({ errors: metric, total: metric, grouping }).optional(),
  latency: fields({ success: metric, total: metric, grouping }).optional(),
  latencyNative: fields({
    latency: z.string(),
    total: metric,
    grouping,
  }).optional(),
  bool_gauge: fields({ metric: z.string(), grouping }).optional(),
});

const text = z.record(z.string(), z.string()).optional();

/** `pyrra.dev/v1alpha1`. Other metadata of Kubernetes is allowed and not read. */
export const resource = fields({
  apiVersion: z.literal('pyrra.dev/v1alpha1'),
  kind: z.literal('ServiceLevelObjective'),
  metadata: z.looseObject({
    name: z.string(),
    labels: text,
    annotations: text,
  }),
  spec: fields({
    description: z.string().optional(),
    target: z.string(),
    window: z.string(),
    indicator,
    alerting: fields({
      disabled: z.boolean().optional(),
      burnrates: z.boolean().optional(),
      absent: z.boolean().optional(),
      name: z.string().optional(),
      absentName: z.string().optional(),
    }).optional(),
    partial_response_strategy: z.string().optional(),
    performance_over_accuracy: z.boolean().optional(),
  }),
  status: z.unknown().optional(),
});

export type Resource = z.output<typeof resource>;
export type PyrraIndicator = Resource['spec']['indicator'];
