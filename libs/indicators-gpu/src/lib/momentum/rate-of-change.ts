import type { Memory } from '../indicator/memory.ts';
import { Delay } from '../window/delay.ts';

/** A measure of the value against that of `period` bars ago; NaN until there is one. Where the old value is 0 it is 0, as in TA-Lib. */
export function rateOfChange(
  memory: Memory,
  period: number,
  measure: (value: number, past: number) => number,
): (value: number) => number {
  const past = new Delay(memory, period);
  return (value) => {
    const old = past.next(value);
    return old === 0 ? 0 : measure(value, old);
  };
}
