import type { Candle, StrategyFacts } from '@org/domain';
import { plainCandle } from './plain-bar.ts';
import { readByName } from './read-by-name.ts';
import type { NewestCandles } from './strategy-view.ts';

type Seen = StrategyFacts['candles'];

// A key that no input's name can meet.
const SEEN = Symbol('seen');

/** The bars of one moment. */
interface CandleRow {
  readonly [SEEN]: Seen;
}

/** Makes the class whose instances are a strategy's `candles`: one getter for each name, in the order of the inputs. */
export function newestCandlesClass<I>(names: readonly string[]): new (seen: Seen) => NewestCandles<I>;
export function newestCandlesClass(names: readonly string[]): new (seen: Seen) => object {
  const StrategyCandles = class implements CandleRow {
    readonly [SEEN]: Seen;

    constructor(seen: Seen) {
      this[SEEN] = seen;
    }
  };
  readByName(StrategyCandles.prototype, 'view.candles has no such input', names);
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
