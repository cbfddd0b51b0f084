export { BurnFigure } from './BurnFigure';
export { type BurnLevel, burnLevel } from './burnLevel';
