import { defineLines } from '../../indicator/define-lines.ts';
import type { Memory } from '../../indicator/memory.ts';
import { integer } from '../../indicator/option.ts';
import { fastBelowSlow } from '../../indicator/wording.ts';
import { Exponential } from '../../smoothing/exponential.ts';

/**
 * Klinger volume oscillator, in the unit of the volume, a hundredfold.
 *
 * Formula: kvo = ema(force, fast) - ema(force, slow); force = volume * |2 * (range / run - 1)| * trend * 100, run
 * being the sum of ranges since the trend turned (Klinger, as Stock.Indicators). `kvo` begins at `slow + 1`,
 * `signal` `signal − 1` bars later. After a value that is not finite it begins anew.
 *
 * @example
 * import { kvo } from '@org/indicators-gpu';
 * kvo({ high, low, close, volume }, { fast: 34, slow: 55, signal: 13 });
 *
 * @throws OptionError (also when fast ≥ slow), ColumnError, OutputError
 */
export const kvo = defineLines({
  name: 'kvo',
  title: 'Klinger volume oscillator',
  group: 'volume',
  about: 'The force of volume behind the trend, short against long: it turns before the price does.',
  formula:
    'kvo = ema(force, fast) - ema(force, slow); force = volume * |2 * (range / run - 1)| * trend * 100, run being the sum of ranges since the trend turned (Klinger, as Stock.Indicators).',
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['kvo', 'signal'],
  options: {
    fast: integer(34, 1, 'Bars of the short average.'),
    slow: integer(55, 2, 'Bars of the long average.'),
    signal: integer(13, 1, 'Bars of the average of the oscillator.'),
  },
  refuse: fastBelowSlow,
  warmUp: (options) => options.slow + options.signal,
  memory: 'recursive',
  stableAfter: () => Infinity,
  unit: 'volume',
  overlay: false,
  open: (options, memory) => {
    const forceOf = volumeForce(memory);
    const fast = new Exponential(memory, options.fast);
    const slow = new Exponential(memory, options.slow);
    const average = new Exponential(memory, options.signal);
    return ({ high, low, close, volume }, out) => {
      const pushed = forceOf(high, low, close, volume);
      const oscillator = fast.next(pushed) - slow.next(pushed);
      out.kvo = oscillator;
      out.signal = average.next(oscillator);
    };
  },
});

/** The cells of what follows: bars taken, and what the last of them left. */
const [seen, lastPrice, lastRange, lastRun, lastTrend, force] = [0, 1, 2, 3, 4, 5];

/** Volume signed by the trend and weighed by how the range compares with those since the trend began. */
function volumeForce(memory: Memory): (high: number, low: number, close: number, volume: number) => number {
  const at = memory.claim(0, NaN, 0, 0, 0, 0);
  return (high, low, close, volume) => {
    const { cells, base } = memory;
    const now = base + at;
    const price = high + low + close;
    const range = high - low;
    const count = cells[now + seen]! + 1;
    const trend = price > cells[now + lastPrice]! ? 1 : -1;
    const run = (trend === cells[now + lastTrend] ? cells[now + lastRun]! : cells[now + lastRange]!) + range;
    if (count > 2) {
      cells[now + lastRun] = run;
      if (range === run || volume === 0) cells[now + force] = 0;
      else if (run !== 0) cells[now + force] = volume * Math.abs(2 * (range / run - 1)) * trend * 100;
    }
    cells[now + seen] = count;
    cells[now + lastTrend] = count > 1 ? trend : 0;
    cells[now + lastPrice] = price;
    cells[now + lastRange] = range;
    return count > 2 ? cells[now + force]! : NaN;
  };
}
