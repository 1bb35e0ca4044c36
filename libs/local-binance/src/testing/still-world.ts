import { price, quantity } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { MarketPlan } from '@org/simulator';
import { OrderCounts } from '../lib/limits/order-counts.ts';
import { RequestLimits } from '../lib/limits/request-limits.ts';
import { ApiKeys } from '../lib/security/api-key.ts';
import { BUILT_IN_SYMBOLS } from '../lib/symbols/built-in-symbols.ts';
import { RunningWorld } from '../lib/world/running-world.ts';
import { NEW_YEAR_MS } from './trades.ts';

/** A world at New Year 2024 without accounts, in which only the given markets act. */
export function stillWorld(
  plans: readonly MarketPlan[] = [],
  protocolTime = new ManualClock(),
): RunningWorld {
  return new RunningWorld({
    symbols: BUILT_IN_SYMBOLS,
    accounts: [],
    plans,
    startMs: NEW_YEAR_MS,
    keys: new ApiKeys(),
    protocolTime,
    orderCounts: new OrderCounts(),
    requestLimits: new RequestLimits(),
  });
}

/** A market that lays a bid of one lot, a tick higher each time, every `everyMs`. */
export function climbingBids(everyMs: number): MarketPlan {
  return {
    symbol: 'BTCUSDT',
    startTime: NEW_YEAR_MS,
    open: (_grid, time) => {
      let next = time + everyMs;
      let ticks = 1_000_000;
      return {
        symbol: 'BTCUSDT',
        nextTime: () => next,
        advance: (hand, until) => {
          for (; next <= until; next += everyMs) {
            hand.place('buy', price(ticks), quantity(1), next);
            ticks += 1;
          }
        },
        leave: () => {},
      };
    },
  };
}
