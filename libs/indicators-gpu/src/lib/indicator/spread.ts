import { readField } from './bar.ts';
import type { Field, LooseBar } from './bar.ts';

type OfValues<T> = (a: number, b: number, c: number, d: number, e: number) => T;

/** Makes a function of values one of bars: it reads as many fields as there are, and no more. */
export function spreadOver<T>(
  [a, b, c, d, e]: readonly [Field, ...Field[]],
  of: OfValues<T>,
): (bar: LooseBar) => T {
  if (b === undefined) return (bar) => of(readField(bar, a), 0, 0, 0, 0);
  if (c === undefined) return (bar) => of(readField(bar, a), readField(bar, b), 0, 0, 0);
  if (d === undefined) return (bar) => of(readField(bar, a), readField(bar, b), readField(bar, c), 0, 0);
  const last = (bar: LooseBar): number => (e === undefined ? 0 : readField(bar, e));
  return (bar) => of(readField(bar, a), readField(bar, b), readField(bar, c), readField(bar, d), last(bar));
}
