import { InputError } from '@org/domain';
import { parseTime } from './parse-time.ts';

/** From when (inclusive) to when (exclusive) is traded, by the opens of bars in ms UTC; null for no bound. */
export interface TradedSpan {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/**
 * Reads `--from` and `--to`.
 *
 * @throws InputError `time-malformed` for what is no time, `flag-value` where the span is empty.
 */
export function parseSpan(from: string | undefined, to: string | undefined): TradedSpan {
  const fromMs = from === undefined ? null : parseTime(from, '--from');
  const toMs = to === undefined ? null : parseTime(to, '--to');
  if (fromMs === null || toMs === null || fromMs < toMs) return { fromMs, toMs };
  throw new InputError('flag-value', {
    what: '--from and --to do not go together',
    found: `${from} to ${to}`,
    allowed: '--from before --to',
  });
}
