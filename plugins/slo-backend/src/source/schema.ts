import { z } from 'zod';

const seriesSchema = z.object({
  metric: z.record(z.string(), z.string()),
  /** `[unix seconds, value as text]` each; checked while they are read, since there are millions. */
  values: z.array(z.unknown()).optional(),
  /** Native histograms cannot be counted like numbers. */
  histograms: z.array(z.unknown()).optional(),
});

/** Answer to a query whose result is a matrix; all that we ask are. */
export const matrixAnswerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(seriesSchema),
  }),
  warnings: z.array(z.string()).optional(),
  infos: z.array(z.string()).optional(),
});

/** Answer that says what went wrong. */
export const errorAnswerSchema = z.object({
  status: z.literal('error'),
  errorType: z.string(),
  error: z.string(),
});

/** Answer of `/api/v1/status/runtimeinfo`, as far as it is read. */
export const runtimeInfoSchema = z.object({
  status: z.literal('success'),
  data: z.object({ storageRetention: z.string().optional() }),
});

/**
 * A value as Prometheus writes it. NaN and infinities are data.
 *
 * @returns undefined when the text is no number
 */
export function parseValue(text: string): number | undefined {
  switch (text) {
    case 'NaN':
      return NaN;
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default: {
      const value = Number(text);
      return text.trim() === '' || Number.isNaN(value) ? undefined : value;
    }
  }
}

/**
 * A sample of a series.
 *
 * @returns undefined when it is not `[unix seconds, value as text]`
 */
export function parseSample(sample: unknown): [number, number] | undefined {
  if (!Array.isArray(sample) || sample.length !== 2) {
    return undefined;
  }
  const [time, text] = sample;
  const value = typeof text === 'string' ? parseValue(text) : undefined;
  return typeof time === 'number' && value !== undefined
    ? [time, value]
    : undefined;
}

/** Says in one line where an answer differs from what was expected. */
export function describeMismatch(error: z.ZodError): string {
  const { path, message } = error.issues[0];
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
}
