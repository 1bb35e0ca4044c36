import { defineLine } from '../../indicator/define-line.ts';
import type { Memory } from '../../indicator/memory.ts';
import { integer } from '../../indicator/option.ts';
import { TrueRange } from '../../volatility/true-range.ts';
import { MovingTotal } from '../../window/moving-total.ts';
import { Previous } from '../../window/past.ts';

/**
 * Ultimate oscillator, 0 to 100.
 *
 * Formula: ultosc = 100 * (4 * a + 2 * b + c) / 7, each sum(close - true low) / sum(true range) over its window
 * (Williams, TA-Lib). First value at `slow`. A window without range counts as 0.
 *
 * @example
 * import { ultosc } from '@org/indicators-gpu';
 * ultosc({ high, low, close }, { fast: 7, medium: 14, slow: 28 });
 *
 * @throws OptionError (also when fast ≥ medium or medium ≥ slow), ColumnError, OutputError
 */
export const ultosc = defineLine({
  name: 'ultosc',
  title: 'Ultimate oscillator',
  group: 'momentum',
  about: 'Buying pressure over three windows at once, so that no single one misleads.',
  formula:
    'ultosc = 100 * (4 * a + 2 * b + c) / 7, each sum(close - true low) / sum(true range) over its window (Williams, TA-Lib).',
  inputs: ['high', 'low', 'close'],
  outputs: ['ultosc'],
  options: {
    fast: integer(7, 1, 'Bars of the short window.'),
    medium: integer(14, 2, 'Bars of the middle window.'),
    slow: integer(28, 3, 'Bars of the long window.'),
  },
  refuse: ascending,
  warmUp: (options) => options.slow,
  memory: 'window',
  unit: 'index',
  range: [0, 100],
  overlay: false,
  talib: {
    name: 'ULTOSC',
    options: { fast: 'optInTimePeriod1', medium: 'optInTimePeriod2', slow: 'optInTimePeriod3' },
    outputs: { ultosc: 'outReal' },
  },
  open: (options, memory) => {
    const before = new Previous(memory);
    const range = new TrueRange(memory);
    const short = pressure(memory, options.fast);
    const middle = pressure(memory, options.medium);
    const long = pressure(memory, options.slow);
    return ({ high, low, close }) => {
      const last = before.next(close);
      const whole = range.next(high, low, close);
      const bought = whole - whole + (close - Math.min(low, last));
      return ((4 * short(bought, whole) + 2 * middle(bought, whole) + long(bought, whole)) / 7) * 100;
    };
  },
});

/** The share of the ranges that was bought over a window. */
function pressure(memory: Memory, period: number): (bought: number, whole: number) => number {
  const buying = new MovingTotal(memory, period);
  const ranges = new MovingTotal(memory, period);
  return (bought, whole) => {
    const share = buying.next(bought);
    const total = ranges.next(whole);
    return total === 0 ? 0 : share / total;
  };
}

function ascending(options: { readonly fast: number; readonly medium: number; readonly slow: number }) {
  const { fast, medium, slow } = options;
  if (fast >= medium)
    return { option: 'fast', got: String(fast), allowed: `less than medium, which is ${medium}` };
  if (medium >= slow)
    return { option: 'medium', got: String(medium), allowed: `less than slow, which is ${slow}` };
  return undefined;
}
