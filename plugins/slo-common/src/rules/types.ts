/** One rule of Prometheus: a recording (`record`) or an alert (`alert`). */
export interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  /** How long an alert must hold, for example `5m`. */
  for?: string;
  labels: Record<string, string>;
  annotations?: Record<string, string>;
}

/** Rules that are evaluated in order, at one interval. */
export interface RuleGroup {
  name: string;
  rules: Rule[];
}

/** Resource of the Prometheus operator, `monitoring.coreos.com/v1`. */
export interface PrometheusRule {
  apiVersion: 'monitoring.coreos.com/v1';
  kind: 'PrometheusRule';
  metadata: {
    name: string;
    namespace?: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
  };
  spec: { groups: RuleGroup[] };
}

/** What the rules need to know beside the definition. */
export interface RuleOptions {
  /** Entity ref of the owner; becomes the label `owner`. */
  owner?: string;
  /** Becomes the label `tier`. */
  tier?: number;
  /** Address of the portal without a slash at the end; alerts link to their SLO there. */
  portalUrl?: string;
  /** Namespace of the resource; absent leaves it to whoever applies it. */
  namespace?: string;
  /** Labels of the resource, for example what a Prometheus selects its rules by. */
  resourceLabels?: Record<string, string>;
  /**
   * How windows longer than 6 h are computed. `recorded` (the default) sums the
   * recorded series of 5 minutes: two series instead of every raw one. `raw`
   * asks the raw series, as Sloth does.
   */
  longWindows?: 'recorded' | 'raw';
  /** Least events in the long window of a burn alert; below it the alert keeps still. */
  minimumEvents?: number;
}
