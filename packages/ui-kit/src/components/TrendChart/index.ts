export { TrendChart, type TrendChartProps } from './TrendChart';
export type { TrendLine, TrendMarker, TrendPoint } from './types';
