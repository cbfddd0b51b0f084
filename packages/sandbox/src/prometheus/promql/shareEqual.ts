import type { Expression } from './ast';

function withChildren(
  node: Expression,
  change: (child: Expression) => Expression,
): Expression {
  switch (node.kind) {
    case 'aggregate':
    case 'negation':
    case 'subquery':
      return { ...node, expression: change(node.expression) };
    case 'call':
      return { ...node, args: node.args.map(change) };
    case 'binary':
      return { ...node, left: change(node.left), right: change(node.right) };
    default:
      return node;
  }
}

/**
 * Makes equal parts of an expression one object, so that they are evaluated
 * once: generated queries repeat the same selectors many times.
 */
export function shareEqual(expression: Expression): Expression {
  const known = new Map<string, Expression>();
  const numbers = new Map<unknown, string>();
  function share(node: Expression): Expression {
    const shared = withChildren(node, share);
    const key = JSON.stringify(
      shared,
      (_, value) => numbers.get(value) ?? value,
    );
    const equal = known.get(key);
    if (equal) {
      return equal;
    }
    known.set(key, shared);
    numbers.set(shared, `#${numbers.size}`);
    return shared;
  }
  return share(expression);
}
