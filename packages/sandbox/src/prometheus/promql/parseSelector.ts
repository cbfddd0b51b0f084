import type { Matcher, MatchOperator, SelectorNode } from './ast';
import { notSupported } from './errors';
import { parseDuration, parseString } from './literals';
import { childOf, childrenOf, parseError, textOf, type Tree } from './tree';

function matcherOf(tree: Tree): Matcher {
  const [name, operator, value] = childrenOf(tree);
  if (tree.node.name === 'QuotedLabelName') {
    return {
      name: '__name__',
      operator: '=',
      value: parseString(textOf(tree)),
    };
  }
  const quoted = tree.node.name === 'QuotedLabelMatcher';
  return {
    name: quoted ? parseString(textOf(name)) : textOf(name),
    operator: textOf(operator) as MatchOperator,
    value: parseString(textOf(value)),
  };
}

/**
 * The series that a selector means.
 *
 * @throws PromqlError when its matchers would fit everything
 */
export function parseSelector(tree: Tree): SelectorNode {
  const name = childOf(tree, 'Identifier');
  const list = childOf(tree, 'LabelMatchers');
  const matchers = list ? childrenOf(list).map(matcherOf) : [];
  if (name) {
    matchers.unshift({ name: '__name__', operator: '=', value: textOf(name) });
  }
  const narrows = matchers.some(({ operator, value }) =>
    operator === '=' || operator === '=~'
      ? value !== '' && value !== '.*'
      : value === '',
  );
  if (!narrows) {
    throw parseError(
      tree,
      'vector selector must contain at least one non-empty matcher',
    );
  }
  return { kind: 'selector', matchers, offset: 0 };
}

/** A duration in brackets or after `offset`, in milliseconds. */
export function durationOf(tree: Tree): number {
  const text = textOf(tree).trim();
  const match = /^([+-]?)\s*([0-9a-zA-Z_.]+)$/.exec(text);
  if (!match) {
    throw notSupported(`the duration expression "${text}"`);
  }
  return (match[1] === '-' ? -1 : 1) * parseDuration(match[2]);
}
