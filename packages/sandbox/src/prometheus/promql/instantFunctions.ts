/** Functions that turn each value into another; further arguments are scalars. */
export const instantFunctions: Readonly<
  Record<
    string,
    {
      /** Least and most scalars after the vector. */
      scalars: [number, number];
      apply: (value: number, ...scalars: number[]) => number | undefined;
    }
  >
> = {
  abs: { scalars: [0, 0], apply: Math.abs },
  ceil: { scalars: [0, 0], apply: Math.ceil },
  floor: { scalars: [0, 0], apply: Math.floor },
  round: {
    scalars: [0, 1],
    apply: (value, nearest = 1) => {
      const inverse = 1 / nearest;
      return Math.floor(value * inverse + 0.5) / inverse;
    },
  },
  clamp: {
    scalars: [2, 2],
    // An empty interval has no value in it.
    apply: (value, least, most) =>
      least > most ? undefined : Math.max(least, Math.min(most, value)),
  },
  clamp_min: {
    scalars: [1, 1],
    apply: (value, least) => Math.max(least, value),
  },
  clamp_max: {
    scalars: [1, 1],
    apply: (value, most) => Math.min(most, value),
  },
  exp: { scalars: [0, 0], apply: Math.exp },
  ln: { scalars: [0, 0], apply: Math.log },
  log2: { scalars: [0, 0], apply: Math.log2 },
  log10: { scalars: [0, 0], apply: Math.log10 },
  sqrt: { scalars: [0, 0], apply: Math.sqrt },
  sgn: { scalars: [0, 0], apply: Math.sign },
};
