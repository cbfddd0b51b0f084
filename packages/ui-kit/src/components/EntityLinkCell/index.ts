export { EntityLinkCell, type EntityLinkCellProps } from './EntityLinkCell';
export { kindIcon, kindLabel } from './kinds';
