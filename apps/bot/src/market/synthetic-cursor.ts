import type { Candle, Interval } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { CandleCursor } from '@org/market-data';
import { CursorError } from '@org/market-data';
import type { SyntheticMarket } from '@org/simulator';

/** The bars of a synthetic market one by one, up to the one that would open at `toMs`; without it they never end. */
export class SyntheticCursor implements CandleCursor {
  readonly symbol: string;
  readonly interval: Interval;
  readonly #market: SyntheticMarket;
  readonly #lengthMs: number;
  readonly #toMs: number;
  #candle: Candle;

  constructor(market: SyntheticMarket, toMs: number) {
    this.symbol = market.symbol;
    this.interval = market.interval;
    this.#market = market;
    this.#lengthMs = INTERVAL_MS[market.interval];
    this.#toMs = toMs;
    this.#candle = market.next();
  }

  get nextCloseTime(): number {
    const { openTime } = this.#candle;
    return openTime < this.#toMs ? openTime + this.#lengthMs : Infinity;
  }

  take(): Candle {
    if (this.nextCloseTime === Infinity) {
      throw new CursorError('cursor-at-end', {
        what: `there is no further bar of ${this.symbol} ${this.interval}`,
        allowed: 'take() while nextCloseTime is finite',
      });
    }
    const candle = this.#candle;
    this.#candle = this.#market.next();
    return candle;
  }
}

/**
 * Takes bars of a market without gaps until `warmUp` of them are left that close no later than `fromMs`, as
 * `historyStart` does for recorded bars; what is not there is not waited for.
 */
export function skipHistory(cursor: CandleCursor, warmUp: number, fromMs: number): CandleCursor {
  const length = INTERVAL_MS[cursor.interval];
  const first = cursor.nextCloseTime;
  const closed = fromMs < first ? 0 : Math.floor((fromMs - first) / length) + 1;
  for (let left = closed - warmUp; left > 0 && cursor.nextCloseTime < Infinity; left--) cursor.take();
  return cursor;
}
