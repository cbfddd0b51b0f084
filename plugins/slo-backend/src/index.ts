export { sloPlugin as default } from './plugin';
export type {
  Measurement,
  SloSource,
  SourceDescription,
  SourceObjective,
} from './source/SloSource';
export {
  sloSourcesExtensionPoint,
  type SloSourcesExtensionPoint,
} from './source/sloSourcesExtensionPoint';
