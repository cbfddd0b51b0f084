import { itemsOf, type Located } from '../yaml/Located';
import type { Alert, PlainSpec, ResourceSpec, Texts } from './schema';

interface Settings {
  name?: string;
  labels?: Texts;
  annotations?: Texts;
  page?: Alert;
  ticket?: Alert;
}

/** One SLO of a Sloth file, whichever of the two spellings it came in. */
export interface SlothSlo {
  place: Located<{ name: string; labels?: Texts; description?: string }>;
  objective: Located<number>;
  sli: Located<unknown>;
  raw?: Located<string>;
  error?: Located<string>;
  total?: Located<string>;
  hasPlugin: boolean;
  /** Plugins that change the rules which Sloth makes. */
  rulePlugins?: Located<unknown>;
  alerting: Settings;
}

/** Reads the SLOs of `version: prometheus/v1`. */
export function plainSlos(spec: Located<PlainSpec>): SlothSlo[] {
  return itemsOf(spec.at('slos')).map(slo => {
    const sli = slo.at('sli');
    const events = sli.optional('events');
    const {
      page_alert: page,
      ticket_alert: ticket,
      ...alerting
    } = slo.value.alerting ?? {};
    return {
      place: slo,
      objective: slo.at('objective'),
      sli,
      raw: sli.optional('raw')?.at('error_ratio_query'),
      error: events?.at('error_query'),
      total: events?.at('total_query'),
      hasPlugin: sli.value.plugin !== undefined,
      rulePlugins: slo.optional('plugins') ?? spec.optional('slo_plugins'),
      alerting: { ...alerting, page, ticket },
    };
  });
}

/** Reads the SLOs of the Kubernetes resource. */
export function resourceSlos(spec: Located<ResourceSpec>): SlothSlo[] {
  return itemsOf(spec.at('slos')).map(slo => {
    const sli = slo.at('sli');
    const events = sli.optional('events');
    const {
      pageAlert: page,
      ticketAlert: ticket,
      ...alerting
    } = slo.value.alerting ?? {};
    return {
      place: slo,
      objective: slo.at('objective'),
      sli,
      raw: sli.optional('raw')?.at('errorRatioQuery'),
      error: events?.at('errorQuery'),
      total: events?.at('totalQuery'),
      hasPlugin: sli.value.plugin !== undefined,
      rulePlugins: slo.optional('plugins') ?? spec.optional('sloPlugins'),
      alerting: { ...alerting, page, ticket },
    };
  });
}
