import { parser } from '@prometheus-io/lezer-promql';
import type {
  AggregateNode,
  BinaryNode,
  BinaryOperator,
  Expression,
  Matching,
} from './ast';
import { notSupported, PromqlError } from './errors';
import { parseNumber, parseString } from './literals';
import { durationOf, parseSelector } from './parseSelector';
import { shareEqual } from './shareEqual';
import { childOf, childrenOf, parseError, textOf, type Tree } from './tree';

function labelsOf(grouping: Tree | undefined): string[] {
  return grouping
    ? childrenOf(grouping).map(child =>
        child.node.name === 'QuotedLabelName'
          ? parseString(textOf(child))
          : textOf(child),
      )
    : [];
}

function argumentsOf(tree: Tree): Expression[] {
  const body = childOf(tree, 'FunctionCallBody');
  return body ? childrenOf(body).map(expression) : [];
}

function aggregate(tree: Tree): AggregateNode {
  const operator = textOf(childrenOf(tree)[0]).toLowerCase();
  const args = argumentsOf(tree);
  if (args.length !== 1) {
    throw notSupported(
      `the aggregation ${operator} with ${args.length} arguments`,
    );
  }
  const modifier = childOf(tree, 'AggregateModifier');
  return {
    kind: 'aggregate',
    operator,
    grouping: {
      without:
        modifier !== undefined && childOf(modifier, 'Without') !== undefined,
      labels: labelsOf(modifier && childOf(modifier, 'GroupingLabels')),
    },
    expression: args[0],
  };
}

function matchingOf(tree: Tree): Matching {
  const clause = childOf(tree, 'MatchingModifierClause');
  if (!clause) {
    return { on: false, labels: [], include: [] };
  }
  const [labels, include] = childrenOf(clause).filter(
    ({ node }) => node.name === 'GroupingLabels',
  );
  const left = childOf(clause, 'GroupLeft');
  const right = childOf(clause, 'GroupRight');
  return {
    on: childOf(clause, 'On') !== undefined,
    labels: labelsOf(labels),
    many: (left && 'left') ?? (right && 'right'),
    include: labelsOf(include),
  };
}

function binary(tree: Tree): Expression {
  const parts = childrenOf(tree);
  const [left, operator] = parts;
  const right = parts[parts.length - 1];
  if (parts.some(({ node }) => node.name === 'FillModifier')) {
    throw notSupported('fill modifiers');
  }
  const sign = textOf(operator).toLowerCase();
  if (['atan2', '</', '>/'].includes(sign)) {
    throw notSupported(`the operator ${sign}`);
  }
  const node: BinaryNode = {
    kind: 'binary',
    operator: sign as BinaryOperator,
    left: expression(left),
    right: expression(right),
    bool: childOf(tree, 'BoolModifier') !== undefined,
    matching: matchingOf(tree),
  };
  // The parser reads -1 ^ 2 as (-1) ^ 2; PromQL binds the power first.
  if (sign === '^' && node.left.kind === 'number' && /^-/.test(textOf(left))) {
    const positive = { ...node.left, value: -node.left.value };
    return { kind: 'negation', expression: { ...node, left: positive } };
  }
  return node;
}

function call(tree: Tree): Expression {
  const name = textOf(childrenOf(tree)[0]);
  return { kind: 'call', name, args: argumentsOf(tree) };
}

function withOffset(tree: Tree): Expression {
  const [inner, , amount] = childrenOf(tree);
  const offset = durationOf(amount);
  const node = expression(inner);
  switch (node.kind) {
    case 'selector':
    case 'subquery':
      return { ...node, offset: node.offset + offset };
    case 'range':
      return {
        ...node,
        selector: { ...node.selector, offset: node.selector.offset + offset },
      };
    default:
      throw parseError(
        tree,
        'offset modifier must be preceded by an instant vector selector or range vector selector or a subquery',
      );
  }
}

function range(tree: Tree): Expression {
  const [inner, length] = childrenOf(tree);
  const selector = expression(inner);
  if (selector.kind !== 'selector') {
    throw parseError(tree, 'ranges only allowed for vector selectors');
  }
  return { kind: 'range', selector, range: durationOf(length) };
}

function subquery(tree: Tree): Expression {
  const [inner, length, step] = childrenOf(tree);
  return {
    kind: 'subquery',
    expression: expression(inner),
    range: durationOf(length),
    step: step && durationOf(step),
    offset: 0,
  };
}

function negated(tree: Tree): Expression {
  const [sign, inner] = childrenOf(tree);
  const node = expression(inner);
  return textOf(sign) === '-' ? { kind: 'negation', expression: node } : node;
}

function expression(tree: Tree): Expression {
  switch (tree.node.name) {
    case 'NumberDurationLiteral':
      return { kind: 'number', value: parseNumber(textOf(tree)) };
    case 'StringLiteral':
      return { kind: 'string', value: parseString(textOf(tree)) };
    case 'ParenExpr':
      return expression(childrenOf(tree)[0]);
    case 'VectorSelector':
      return parseSelector(tree);
    case 'MatrixSelector':
      return range(tree);
    case 'SubqueryExpr':
      return subquery(tree);
    case 'OffsetExpr':
      return withOffset(tree);
    case 'AggregateExpr':
      return aggregate(tree);
    case 'FunctionCall':
      return call(tree);
    case 'BinaryExpr':
      return binary(tree);
    case 'UnaryExpr':
      return negated(tree);
    default:
      throw notSupported(`"${textOf(tree)}" (${tree.node.name})`);
  }
}

function findError(tree: Tree): Tree | undefined {
  if (tree.node.type.isError) {
    return tree;
  }
  for (const child of childrenOf(tree)) {
    const found = findError(child);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/**
 * Reads a PromQL query.
 *
 * @throws PromqlError `bad_data` where the query is no PromQL, `execution` where
 * it uses what the sandbox does not evaluate
 */
export function parsePromql(query: string): Expression {
  const node = parser.parse(query).topNode;
  const tree = { node, query };
  const problem = findError(tree);
  if (problem) {
    const rest = query.slice(problem.node.from).trim();
    const name = /([a-z_]+)\s*$/.exec(query.slice(0, problem.node.from))?.[1];
    if (name && rest.startsWith('(')) {
      throw parseError(problem, `unknown function with name "${name}"`);
    }
    throw parseError(
      problem,
      rest === ''
        ? 'unexpected end of input'
        : `unexpected "${rest.slice(0, 20)}"`,
    );
  }
  const [top] = childrenOf(tree);
  if (!top) {
    throw new PromqlError(
      'bad_data',
      'unknown position: parse error: no expression found in input',
    );
  }
  return shareEqual(expression(top));
}
