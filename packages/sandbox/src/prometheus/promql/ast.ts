/** How a label is compared. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on a label; an absent label is the empty text. */
export interface Matcher {
  name: string;
  operator: MatchOperator;
  value: string;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';
export type SetOperator = 'and' | 'or' | 'unless';

export type BinaryOperator =
  | ArithmeticOperator
  | ComparisonOperator
  | SetOperator;

/** Which labels decide what belongs together. */
export interface Matching {
  on: boolean;
  labels: string[];
  /** The side that may hold several series for one of the other. */
  many?: 'left' | 'right';
  /** Labels taken over from the other side. */
  include: string[];
}

export interface NumberNode {
  kind: 'number';
  value: number;
}

export interface StringNode {
  kind: 'string';
  value: string;
}

/** Series by name and labels; `offset` in milliseconds. */
export interface SelectorNode {
  kind: 'selector';
  matchers: Matcher[];
  offset: number;
}

/** The samples of the last `range` milliseconds of each series. */
export interface RangeNode {
  kind: 'range';
  selector: SelectorNode;
  range: number;
}

/** An expression, evaluated every `step` milliseconds of the last `range`. */
export interface SubqueryNode {
  kind: 'subquery';
  expression: Expression;
  range: number;
  /** Default: the step of the server, one minute. */
  step?: number;
  offset: number;
}

export interface AggregateNode {
  kind: 'aggregate';
  operator: string;
  grouping: { without: boolean; labels: string[] };
  expression: Expression;
}

export interface CallNode {
  kind: 'call';
  name: string;
  args: Expression[];
}

export interface BinaryNode {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  bool: boolean;
  matching: Matching;
}

export interface NegationNode {
  kind: 'negation';
  expression: Expression;
}

/** A query as the evaluator reads it. */
export type Expression =
  | NumberNode
  | StringNode
  | SelectorNode
  | RangeNode
  | SubqueryNode
  | AggregateNode
  | CallNode
  | BinaryNode
  | NegationNode;
