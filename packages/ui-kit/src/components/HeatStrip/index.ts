export { type HeatCell } from './cells';
export { HeatStrip, type HeatStripProps } from './HeatStrip';
