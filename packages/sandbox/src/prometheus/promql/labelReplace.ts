import { PromqlError } from './errors';
import { regularExpression } from './matchers';
import { withoutLabels } from './labels';
import { type Column } from './values';

/** What `label_replace` is told besides the vector. */
export interface LabelReplacement {
  destination: string;
  replacement: string;
  source: string;
  pattern: string;
}

function expand(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(
    /\$(?:(\d+|[a-zA-Z_]\w*)|\{(\w+)\}|(\$))/g,
    (_, bare?: string, braced?: string, dollar?: string) => {
      const group = bare ?? braced ?? '';
      const byNumber = /^\d+$/.test(group) ? match[Number(group)] : undefined;
      return dollar ?? byNumber ?? match.groups?.[group] ?? '';
    },
  );
}

/**
 * `label_replace` of Prometheus: where the whole of a label fits a pattern,
 * another label takes the replacement; an empty one removes it.
 *
 * @throws PromqlError when the pattern or the name of the label is not valid
 */
export function labelReplace(
  columns: readonly Column[],
  { destination, replacement, source, pattern }: LabelReplacement,
): Column[] {
  if (!/^[a-zA-Z_]\w*$/.test(destination)) {
    throw new PromqlError(
      'execution',
      `invalid destination label name in label_replace(): ${destination}`,
    );
  }
  const expression = regularExpression(pattern);
  const others = withoutLabels([destination]);
  return columns.map(column => {
    const match = expression.exec(column.labels[source] ?? '');
    if (!match) {
      return column;
    }
    const rest = others(column.labels);
    const value = expand(replacement, match);
    return {
      ...column,
      labels: value === '' ? rest : { ...rest, [destination]: value },
    };
  });
}
