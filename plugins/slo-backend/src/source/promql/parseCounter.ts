import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode } from '@lezer/common';
import { unquote, type Matcher, type Selector } from './selector';

/** One counter of a query, added or subtracted. */
export interface CounterTerm {
  sign: 1 | -1;
  selector: Selector;
}

const SIMPLE_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SLICE_WINDOWS = new Set(['5m', '300s', '5m0s']);

/** Replaces the placeholder of the window (Sloth's `{{.window}}`, `$window`) by a slice. */
export function fillWindow(query: string): string {
  return query.replace(/\{\{\s*\.window\s*\}\}|\$\{window\}|\$window\b/g, '5m');
}

/** Whether a query is a rate per second and not a count. */
export function isRate(query: string): boolean {
  return /\bi?rate\s*\(/.test(query) && !/\bincrease\s*\(/.test(query);
}

/**
 * Finds the counters whose increase a query counts: selectors, their sums,
 * their `rate` or `increase` over a slice, added and subtracted. What an
 * `or vector(0)` fills is nothing, and left out.
 *
 * @param query - PromQL, its window filled in
 * @param options - `counter`: a selector without a function is a counter too
 * @returns undefined when the query is anything else, or no PromQL
 */
export function parseCounter(
  query: string,
  options: { counter: boolean },
): CounterTerm[] | undefined {
  const root = parser.parse(query).topNode;
  const expression = root.firstChild;
  if (!expression || expression.nextSibling || hasError(root)) {
    return undefined;
  }
  return readExpression(expression, query, options.counter);
}

function hasError(node: SyntaxNode): boolean {
  const cursor = node.cursor();
  do {
    if (cursor.type.isError) {
      return true;
    }
  } while (cursor.next());
  return false;
}

function readExpression(
  node: SyntaxNode,
  query: string,
  counter: boolean,
): CounterTerm[] | undefined {
  function inner(child: SyntaxNode | null) {
    return child ? readExpression(child, query, counter) : undefined;
  }
  switch (node.name) {
    case 'ParenExpr':
      return inner(node.firstChild);
    case 'BinaryExpr':
      return readBinary(node, query, inner);
    case 'AggregateExpr':
      return node.getChild('AggregateOp')?.getChild('Sum')
        ? inner(node.getChild('FunctionCallBody')?.firstChild ?? null)
        : undefined;
    case 'FunctionCall':
      return readIncrease(node, query);
    case 'VectorSelector':
      return counter ? toTerm(readSelector(node, query)) : undefined;
    default:
      return undefined;
  }
}

function readBinary(
  node: SyntaxNode,
  query: string,
  inner: (child: SyntaxNode | null) => CounterTerm[] | undefined,
): CounterTerm[] | undefined {
  const left = inner(node.firstChild);
  const right = node.lastChild;
  if (!left || !right) {
    return undefined;
  }
  if (node.getChild('Or')) {
    const text = query.slice(right.from, right.to).replace(/\s/g, '');
    return text === 'vector(0)' ? left : undefined;
  }
  const minus = node.getChild('Sub');
  const added = node.getChild('Add') || minus ? inner(right) : undefined;
  return (
    added && [
      ...left,
      ...added.map(({ sign, selector }): CounterTerm => {
        const turned = sign === 1 ? -1 : 1;
        return { sign: minus ? turned : sign, selector };
      }),
    ]
  );
}

/** `rate` or `increase` of a selector over exactly one slice. */
function readIncrease(
  node: SyntaxNode,
  query: string,
): CounterTerm[] | undefined {
  const name = node.getChild('FunctionIdentifier');
  const matrix = node.getChild('FunctionCallBody')?.getChild('MatrixSelector');
  const selector = matrix?.getChild('VectorSelector');
  const window = matrix?.lastChild;
  const known = name?.getChild('Rate') ?? name?.getChild('Increase');
  if (!known || !selector || !window) {
    return undefined;
  }
  const length = query.slice(window.from, window.to).trim();
  return SLICE_WINDOWS.has(length)
    ? toTerm(readSelector(selector, query))
    : undefined;
}

function toTerm(selector: Selector | undefined): CounterTerm[] | undefined {
  return selector && [{ sign: 1, selector }];
}

/** A selector of exactly one metric; undefined when it may select several. */
function readSelector(node: SyntaxNode, query: string): Selector | undefined {
  function text(child: SyntaxNode | null) {
    return child ? query.slice(child.from, child.to) : '';
  }
  let metric = text(node.getChild('Identifier'));
  const matchers: Matcher[] = [];
  const list = node.getChild('LabelMatchers');
  for (let child = list?.firstChild; child; child = child.nextSibling) {
    const label = text(child.getChild('LabelName'));
    const literal = text(child.getChild('StringLiteral'));
    const op = text(child.getChild('MatchOp'));
    if (!isOperator(op) || !label) {
      return undefined;
    }
    if (label === '__name__' && op === '=') {
      metric = unquote(literal);
    } else {
      matchers.push({ label, op, value: unquote(literal) });
    }
  }
  const several = matchers.some(({ label }) => label === '__name__');
  return SIMPLE_NAME.test(metric) && !several
    ? { metric, matchers }
    : undefined;
}

function isOperator(op: string): op is Matcher['op'] {
  return ['=', '!=', '=~', '!~'].includes(op);
}
