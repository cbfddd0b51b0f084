/** Share of the paint at the start and the end of each part of the gradient. */
const opacities = {
  stroke: { top: 1, zeroAbove: 1, zeroBelow: 1, bottom: 1 },
  fill: { top: 0.32, zeroAbove: 0.04, zeroBelow: 0.12, bottom: 0.36 },
};

/**
 * Paint of the line and of the area below it, which changes where zero is.
 *
 * @param props - `zero` is the place of zero from the top, 0 to 1; the ids are
 *   `<id>-stroke` and `<id>-fill`
 */
export function TrendGradients(props: {
  id: string;
  zero: number;
  colors: { line: string; below: string };
}) {
  const { id, zero, colors } = props;
  return (
    <defs>
      {(['stroke', 'fill'] as const).map(part => {
        const { top, zeroAbove, zeroBelow, bottom } = opacities[part];
        const { line, below } = colors;
        return (
          <linearGradient
            key={part}
            id={`${id}-${part}`}
            x1="0"
            y1="0"
            x2="0"
            y2="1"
          >
            <stop offset={0} stopColor={line} stopOpacity={top} />
            <stop offset={zero} stopColor={line} stopOpacity={zeroAbove} />
            <stop offset={zero} stopColor={below} stopOpacity={zeroBelow} />
            <stop offset={1} stopColor={below} stopOpacity={bottom} />
          </linearGradient>
        );
      })}
    </defs>
  );
}
