import { Crowd } from './crowd.ts';
import { Guarded } from './guarded.ts';
import type { DrawnOn } from './session.ts';
import { RESTING, WARM_UP } from './session.ts';

/** A way to use the exchange, and how fast it must be. */
export interface Way {
  readonly name: string;
  /** Operations a second, on a machine with a yardstick of 1.0 ms. */
  readonly least: number;
  /** What makes empty books for sessions of so many operations. */
  readonly books: (operations: number) => () => DrawnOn;
}

export const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  [
    'tape',
    {
      name: 'matching engine: balances, fees, told to a tape',
      least: 3_000_000,
      books: () => () => new Crowd('tape'),
    },
  ],
  [
    'objects',
    {
      name: 'the same, every event an object',
      least: 1_000_000,
      books: () => () => new Crowd('objects'),
    },
  ],
  [
    'guarded',
    {
      name: 'exchange: decimals, all filters, self-trade prevention, stops',
      least: 500_000,
      books: (operations) => {
        const nameOf = namesOf(operations);
        return () => new Guarded(nameOf);
      },
    },
  ],
]);

/** Names come with requests: they are there before the clock starts. */
function namesOf(operations: number): (order: number) => string {
  const count = RESTING + WARM_UP + operations + 1_000;
  const names = Array.from({ length: count }, (_, order) => `order-${order}`);
  return (order) => names[order] ?? `order-${order}`;
}
