import type { Candle, StrategyFacts } from '@org/domain';
import { plainCandle } from './plain-bar.ts';
import type { NewestCandles } from './strategy-view.ts';

type Seen = StrategyFacts['candles'];

// A key that no input's name can meet.
const SEEN = Symbol('seen');

class CandleRow {
  declare readonly [SEEN]: Seen;

  constructor(seen: Seen) {
    this[SEEN] = seen;
  }
}

/** Makes the class whose instances are a strategy's `candles`: one getter for each name, in the order of the inputs. */
export function newestCandlesClass<I>(names: readonly string[]): new (seen: Seen) => NewestCandles<I>;
export function newestCandlesClass(names: readonly string[]): new (seen: Seen) => object {
  const StrategyCandles = class extends CandleRow {};
  names.forEach((name, index) => {
    Object.defineProperty(StrategyCandles.prototype, name, {
      enumerable: true,
      get(this: CandleRow): Candle | undefined {
        const bar = this[SEEN][index];
        return bar === null || bar === undefined ? undefined : plainCandle(bar.candle);
      },
    });
  });
  return StrategyCandles;
}
