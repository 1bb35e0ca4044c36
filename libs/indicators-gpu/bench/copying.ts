import type { Measured } from './ours.ts';
import type { Job } from './rounds.ts';
import type { AllColumns } from './series.ts';

/**
 * What nobody can do without, for each of the ten: every input is read once, every output written once, by the machine's
 * own copy where it can be, and nothing is computed.
 */
export function copying(bars: AllColumns): Record<Measured, Job> {
  const { high, low, close, volume } = bars;
  const [a, b, c] = [close.slice(), close.slice(), close.slice()];
  const job = (inputs: readonly Float64Array[], outputs: readonly Float64Array[]): Job => {
    const [first = close, ...others] = inputs;
    return () => {
      for (const output of outputs) output.set(first);
      return others.reduce((sum, column) => sum + total(column), 0);
    };
  };
  return {
    sma: job([close], [a]),
    ema: job([close], [a]),
    rsi: job([close], [a]),
    macd: job([close], [a, b, c]),
    bbands: job([close], [a, b, c]),
    atr: job([high, low, close], [a]),
    stoch: job([high, low, close], [a, b]),
    adx: job([high, low], [a]),
    obv: job([close, volume], [a]),
    vwap: job([high, low, close, volume], [a]),
  };
}

/** Four sums take turns, because one would have to wait for itself. */
function total(column: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 3; i < column.length; i += 4) {
    a += column[i]!;
    b += column[i - 1]!;
    c += column[i - 2]!;
    d += column[i - 3]!;
  }
  return a + b + c + d;
}
