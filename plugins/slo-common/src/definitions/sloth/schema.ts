import { z } from 'zod';
import { MAX_METADATA_ENTRIES } from '../limits';
import { fields } from '../yaml/shape';

const texts = z
  .record(z.string(), z.string())
  .refine(
    entries => Object.keys(entries).length <= MAX_METADATA_ENTRIES,
    `has more than ${MAX_METADATA_ENTRIES} entries: keep what describes the SLO`,
  )
  .optional();

const plugin = z.unknown().optional();

const alert = fields({
  disable: z.boolean().optional(),
  labels: texts,
  annotations: texts,
}).optional();

const slo = {
  name: z.string(),
  description: z.string().optional(),
  objective: z.number(),
  labels: texts,
};

const alerting = {
  name: z.string().optional(),
  labels: texts,
  annotations: texts,
};

/** The plain specification, `version: prometheus/v1`. */
export const plainSpec = fields({
  version: z.literal('prometheus/v1'),
  service: z.string().min(1, 'is empty: write the name of the service'),
  labels: texts,
  slo_plugins: plugin,
  slos: z.array(
    fields({
      ...slo,
      sli: fields({
        raw: fields({ error_ratio_query: z.string() }).optional(),
        events: fields({
          error_query: z.string(),
          total_query: z.string(),
        }).optional(),
        plugin,
      }),
      plugins: plugin,
      alerting: fields({
        ...alerting,
        page_alert: alert,
        ticket_alert: alert,
      }).optional(),
    }),
  ),
});

/** The Kubernetes resource, `sloth.slok.dev/v1`. */
export const resource = fields({
  apiVersion: z.literal('sloth.slok.dev/v1'),
  kind: z.literal('PrometheusServiceLevel'),
  metadata: z.looseObject({ name: z.string() }),
  spec: fields({
    service: z.string().min(1, 'is empty: write the name of the service'),
    labels: texts,
    sloPlugins: plugin,
    slos: z.array(
      fields({
        ...slo,
        sli: fields({
          raw: fields({ errorRatioQuery: z.string() }).optional(),
          events: fields({
            errorQuery: z.string(),
            totalQuery: z.string(),
          }).optional(),
          plugin,
        }),
        plugins: plugin,
        alerting: fields({
          ...alerting,
          pageAlert: alert,
          ticketAlert: alert,
        }).optional(),
      }),
    ),
  }),
});

export type PlainSpec = z.output<typeof plainSpec>;
export type PlainSlo = PlainSpec['slos'][number];
export type ResourceSpec = z.output<typeof resource>['spec'];
export type ResourceSlo = ResourceSpec['slos'][number];
export type Alert = z.output<typeof alert>;
export type Texts = z.output<typeof texts>;
