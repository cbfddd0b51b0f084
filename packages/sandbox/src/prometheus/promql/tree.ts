import type { SyntaxNode } from '@lezer/common';
import { PromqlError } from './errors';

/** A node of the parser's tree with the query that it is part of. */
export interface Tree {
  node: SyntaxNode;
  query: string;
}

/** The text that a node covers. */
export function textOf({ node, query }: Tree): string {
  return query.slice(node.from, node.to);
}

/** The parts of a node, comments left out. */
export function childrenOf({ node, query }: Tree): Tree[] {
  const children: Tree[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push({ node: child, query });
    }
  }
  return children;
}

/** The first part with a name. */
export function childOf(tree: Tree, name: string): Tree | undefined {
  return childrenOf(tree).find(({ node }) => node.name === name);
}

function position(query: string, at: number): string {
  const before = query.slice(0, at).split('\n');
  return `${before.length}:${before[before.length - 1].length + 1}`;
}

/** A parse error at a place of the query, worded as Prometheus words it. */
export function parseError(
  { node, query }: Tree,
  problem: string,
): PromqlError {
  return new PromqlError(
    'bad_data',
    `${position(query, node.from)}: parse error: ${problem}`,
  );
}
