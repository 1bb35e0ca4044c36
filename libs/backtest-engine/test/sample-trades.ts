import type { Fill } from '../src/lib/result/fill.ts';
import type { Trade } from '../src/lib/trades/trade.ts';

/** A market buy of 1 BTC at 100, without a fee, but for what is said. */
export function sampleFill(facts: Partial<Fill> = {}): Fill {
  return {
    time: 0,
    orderId: 'os1-1',
    symbol: 'BTCUSDT',
    strategyId: 'sma-cross',
    side: 'buy',
    kind: 'market',
    price: 100,
    quantity: 1,
    fee: 0,
    feeAsset: 'USDT',
    reason: 'a reason',
    ...facts,
  };
}

/** A trade in which nothing was won or lost in an hour, but for what is said. */
export function sampleTrade(facts: Partial<Trade> = {}): Trade {
  return {
    symbol: 'BTCUSDT',
    strategyId: 'sma-cross',
    entryTime: 0,
    exitTime: 3_600_000,
    holdingHours: 1,
    quantity: 1,
    entryPrice: 100,
    exitPrice: 100,
    profit: 0,
    return: 0,
    fees: 0,
    entryReason: 'an entry',
    exitReason: 'an exit',
    exitKind: 'market',
    ...facts,
  };
}
