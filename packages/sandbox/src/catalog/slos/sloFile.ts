import type { Component } from '../../model';
import type { SloSpec } from '../../model/slos/types';
import { formatOf } from '../../model/slos/reliabilityOf';
import { openSloDocuments } from './openslo';
import { pyrraDocuments } from './pyrra';
import { slothDocument } from './sloth';
import { toYamlDocuments } from '../toYaml';

/** Name of the file with the objectives, relative to `catalog-info.yaml`. */
export const SLO_FILE = 'slo.yaml';

/** The objectives of a component in the language that its team writes. */
export function sloFile(
  component: Component,
  slos: readonly SloSpec[],
): string {
  switch (formatOf(component.name)) {
    case 'sloth':
      return toYamlDocuments([slothDocument(component, slos)]);
    case 'pyrra':
      return toYamlDocuments(pyrraDocuments(component, slos));
    default:
      return toYamlDocuments(openSloDocuments(component, slos));
  }
}
