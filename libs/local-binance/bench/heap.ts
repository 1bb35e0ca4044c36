import { join } from 'node:path';
import type { Figure } from '@org/bench';
import { startChild } from '@org/bench';

/** 30 days of market as fast as it goes: what its memory holds then, in parts of what it held after three. */
export async function heap(isSmall: boolean): Promise<readonly Figure[]> {
  const { said } = await startChild(join(import.meta.dirname, 'month.ts'), isSmall ? ['small'] : [], [
    '--expose-gc',
  ]);
  const { heaps, seconds, trades } = read(said);
  const [early = NaN, late = NaN] = heaps;
  if (trades === 0) throw new Error('Nothing was traded.');
  const name = 'heap after 30 days of five markets, over that after 3';
  const note = `${early.toFixed(1)} and ${late.toFixed(1)} MB; ${seconds.toFixed(0)} s, ${trades} trades of BTCUSDT`;
  // An hour is no month: little data is for the answers alone.
  const bar = { kind: 'atMost', value: isSmall ? Infinity : 1.1, isScaled: false } as const;
  return [{ name, value: late / early, unit: 'times', bar, note }];
}

interface Month {
  readonly heaps: readonly number[];
  readonly seconds: number;
  readonly trades: number;
}

function read(said: unknown): Month {
  if (isMonth(said)) return said;
  throw new Error(`The month did not pass: ${JSON.stringify(said)}`);
}

function isMonth(said: unknown): said is Month {
  return (
    typeof said === 'object' && said !== null && 'heaps' in said && 'seconds' in said && 'trades' in said
  );
}
