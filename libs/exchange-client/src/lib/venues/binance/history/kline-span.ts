import type { CandleSeries, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { WireKline } from './kline-schema.ts';

/** Bars that open from `startMs` on and before `endMs`, ms UTC. */
export interface KlineSpan {
  readonly symbol: string;
  readonly interval: Interval;
  readonly startMs: number;
  readonly endMs: number;
}

/** Where bars should open and none were told, `[fromMs, toMs)`. */
export interface KlineGap {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch of a span, as it came. */
export interface KlinePage {
  /** From here on, up to where `rest` starts, these are all bars that there are; ms UTC. */
  readonly fromMs: number;
  readonly candles: CandleSeries;
  readonly gaps: readonly KlineGap[];
  /** What is left of the span: asking for this goes on where it stands. */
  readonly rest: KlineSpan;
}

/** Makes columns of bars. */
export function seriesOf({ symbol, interval }: KlineSpan, klines: readonly WireKline[]): CandleSeries {
  const column = (index: 0 | 1 | 2 | 3 | 4 | 5) => Float64Array.from(klines, (kline) => Number(kline[index]));
  return {
    ...{ symbol, interval, openTime: column(0), open: column(1), high: column(2) },
    ...{ low: column(3), close: column(4), volume: column(5) },
  };
}

/** The holes between bars, the one before the first among them; `fromMs` is where the first should open. */
export function gapsIn(
  klines: readonly WireKline[],
  interval: Interval,
  fromMs: number,
): readonly KlineGap[] {
  const length = INTERVAL_MS[interval];
  return klines.flatMap(([openTime], index) => {
    const before = klines[index - 1]?.[0];
    const expected = before === undefined ? fromMs : before + length;
    return openTime > expected ? [{ fromMs: expected, toMs: openTime }] : [];
  });
}
