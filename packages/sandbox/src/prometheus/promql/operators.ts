import type { BinaryOperator } from './ast';

/** Arithmetic and comparisons; a comparison yields 1 or 0. */
export const operations: Record<
  string,
  (left: number, right: number) => number
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '^': (left, right) => Math.pow(left, right),
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '>': (left, right) => Number(left > right),
  '<': (left, right) => Number(left < right),
  '>=': (left, right) => Number(left >= right),
  '<=': (left, right) => Number(left <= right),
};

/** Whether an operator compares. */
export function isComparison(operator: BinaryOperator): boolean {
  return ['==', '!=', '>', '<', '>=', '<='].includes(operator);
}
