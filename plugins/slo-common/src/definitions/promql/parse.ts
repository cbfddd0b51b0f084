import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { putSampleWindow } from './window';

/** One label matcher, value without its quotes. */
export interface Matcher {
  label: string;
  op: string;
  value: string;
}

/** One selection of series in a query, by its place in the text. */
export interface Selector {
  from: number;
  to: number;
  metric?: string;
  matchers: Matcher[];
  /** Stands in `[5m]` or in a sub-query. */
  ranged: boolean;
  /** Stands before `offset` or `@`. */
  shifted: boolean;
}

/** What a query is made of. */
export interface ParsedQuery {
  selectors: Selector[];
  /** Whether the whole is a `sum` without grouping: one series at most. */
  isPlainSum: boolean;
  /** Functions that are called, for example `rate`. */
  functions: string[];
  /** Why it is no PromQL. */
  problem?: string;
}

function matcherOf(node: SyntaxNode, text: (part: SyntaxNode) => string) {
  const label = node.getChild('LabelName') ?? node.getChild('QuotedLabelName');
  const op = node.getChild('MatchOp');
  const value = node.getChild('StringLiteral');
  return label && op && value
    ? { label: text(label), op: text(op), value: text(value).slice(1, -1) }
    : undefined;
}

function isInside(node: SyntaxNode, names: string[]): boolean {
  for (let up = node.parent; up; up = up.parent) {
    if (names.includes(up.name)) {
      return true;
    }
  }
  return false;
}

function selectorOf(
  node: SyntaxNode,
  text: (part: SyntaxNode) => string,
): Selector {
  const metric = node.getChild('Identifier');
  const list = node.getChild('LabelMatchers');
  const matchers = ['UnquotedLabelMatcher', 'QuotedLabelMatcher']
    .flatMap(name => list?.getChildren(name) ?? [])
    .flatMap(matcher => matcherOf(matcher, text) ?? []);
  return {
    from: node.from,
    to: node.to,
    ...(metric && { metric: text(metric) }),
    matchers,
    ranged: isInside(node, ['MatrixSelector', 'SubqueryExpr']),
    shifted: isInside(node, ['OffsetExpr', 'StepInvariantExpr']),
  };
}

/** Parses PromQL with the grammar of the Prometheus project; window placeholders are allowed. */
export function parseQuery(query: string): ParsedQuery {
  const sample = putSampleWindow(query);
  const text = (part: SyntaxNode) => sample.slice(part.from, part.to);
  const parsed: ParsedQuery = {
    selectors: [],
    isPlainSum: false,
    functions: [],
  };
  parser.parse(sample).iterate({
    enter({ node }) {
      if (node.type.isError && !parsed.problem) {
        const rest = query.slice(node.from).trim().slice(0, 20);
        parsed.problem =
          rest === ''
            ? 'ends too early: a closing bracket, a quote or an operand is missing'
            : `is not PromQL from character ${node.from + 1} on, at "${rest}"`;
      }
      if (node.name === 'VectorSelector') {
        parsed.selectors.push(selectorOf(node, text));
      }
      if (node.name === 'FunctionIdentifier') {
        parsed.functions.push(text(node));
      }
      if (node.name === 'AggregateExpr' && node.parent?.name === 'PromQL') {
        parsed.isPlainSum =
          node.getChild('AggregateOp')?.getChild('Sum') !== null &&
          node.getChild('AggregateModifier') === null;
      }
    },
  });
  return parsed;
}
