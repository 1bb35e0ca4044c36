import type { Memory } from '../indicator/memory.ts';
import { Exponential } from './exponential.ts';

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
  const first = new Exponential(memory, period);
  const second = new Exponential(memory, period);
  const third = new Exponential(memory, period);
  const fourth = new Exponential(memory, period);
  const fifth = new Exponential(memory, period);
  const sixth = new Exponential(memory, period);
  return (value) => {
    const e3 = third.next(second.next(first.next(value)));
    const e4 = fourth.next(e3);
    const e5 = fifth.next(e4);
    return -cube * sixth.next(e5) + ofFifth * e5 + ofFourth * e4 + ofThird * e3;
  };
}
