import { amount, price, quantity } from '@org/domain';
import type { OrderTrade } from '../orders/order-sighting.ts';
import { ToldTrades } from './told-trades.ts';

/** Of so many lots at 20,000, a thousand satoshis each. */
const trade = (tradeId: number, lots: number): OrderTrade => ({
  ...{ tradeId, price: price(2_000_000), quantity: quantity(lots), base: amount(BigInt(lots) * 1000n) },
  ...{ notional: amount(BigInt(lots) * 20_000_000n), liquidity: 'maker', time: 1000 },
  fee: { asset: { code: 'BTC', decimals: 8 }, amount: amount(0n) },
});

describe('the trades of an order', () => {
  it('are told once each, by their ids', () => {
    const trades = new ToldTrades();
    for (const one of [trade(3, 1), trade(1, 2), trade(3, 1)]) trades.add(one, false);
    expect([trades.sum, trades.told]).toEqual([3000n, 0n]);
    expect(Array.from(trades.tell(), ({ tradeId }) => tradeId)).toEqual([1, 3]);
    expect([[...trades.tell()], trades.sum, trades.told]).toEqual([[], 3000n, 3000n]);
  });

  it('are told as they are drawn, one by one, and not again by who draws in between', () => {
    const trades = new ToldTrades();
    for (const one of [trade(1, 2), trade(2, 3), trade(3, 4)]) trades.add(one, false);
    const drawn = trades.tell();
    expect(drawn.next().value?.tradeId).toBe(1);
    expect([trades.toldIds, trades.told, trades.areTold]).toEqual([[1], 2000n, false]);
    expect(Array.from(trades.tell(), ({ tradeId }) => tradeId)).toEqual([2, 3]);
    expect([drawn.next().done, trades.areTold]).toEqual([true, true]);
  });

  it('from before our time count, and are not told', () => {
    const trades = new ToldTrades();
    trades.add(trade(1, 2), true);
    trades.add(trade(2, 3), false);
    expect([trades.toldIds, trades.told, trades.sum]).toEqual([[1], 2000n, 5000n]);
    expect(Array.from(trades.tell(), ({ tradeId }) => tradeId)).toEqual([2]);
  });

  it('that an earlier run has told are not told again', () => {
    const trades = new ToldTrades([4, 7], 9000n);
    trades.add(trade(7, 5), false);
    expect([[...trades.tell()], trades.told, trades.lastId]).toEqual([[], 9000n, 7]);
    expect(new ToldTrades().lastId).toBe(-1);
  });
});
