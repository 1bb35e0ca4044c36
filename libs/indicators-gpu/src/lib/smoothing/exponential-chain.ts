import type { Memory } from '../indicator/memory.ts';
import { exponential } from './exponential.ts';

/** Mulloy's double exponential average: twice the average less the average of it, which takes off half of its lag. */
export function doubleExponential(memory: Memory, period: number): (value: number) => number {
  const first = exponential(memory, period);
  const second = exponential(memory, period);
  return (value) => {
    const once = first(value);
    return 2 * once - second(once);
  };
}

/** Mulloy's triple exponential average. */
export function tripleExponential(memory: Memory, period: number): (value: number) => number {
  const first = exponential(memory, period);
  const second = exponential(memory, period);
  const third = exponential(memory, period);
  return (value) => {
    const once = first(value);
    const twice = second(once);
    return 3 * once - 3 * twice + third(twice);
  };
}

/**
 * Tilson's T3: the last four of six exponential averages behind one another, mixed by the volume factor so that
 * lag and overshoot balance.
 */
export function tilson(memory: Memory, period: number, volumeFactor: number): (value: number) => number {
  const square = volumeFactor * volumeFactor;
  const cube = square * volumeFactor;
  const ofThird = 1 + 3 * volumeFactor + cube + 3 * square;
  const ofFourth = -6 * square - 3 * (volumeFactor + cube);
  const ofFifth = 3 * (square + cube);
  const first = exponential(memory, period);
  const second = exponential(memory, period);
  const third = exponential(memory, period);
  const fourth = exponential(memory, period);
  const fifth = exponential(memory, period);
  const sixth = exponential(memory, period);
  return (value) => {
    const e3 = third(second(first(value)));
    const e4 = fourth(e3);
    const e5 = fifth(e4);
    return -cube * sixth(e5) + ofFifth * e5 + ofFourth * e4 + ofThird * e3;
  };
}
