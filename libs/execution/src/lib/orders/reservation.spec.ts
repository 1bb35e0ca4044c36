import type { LimitOrder, MarketOrder, MarketQuoteOrder, StopOrder } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import { BTCUSDT, fillOf } from '../../testing/desk-fixture.ts';
import { remainingLots, reservationAfter, reservationOf } from './reservation.ts';

const limitBuy: LimitOrder = {
  type: 'limit',
  side: 'buy',
  quantity: quantity(1_000),
  price: price(5_000_000),
  postOnly: false,
};
const limitSell: LimitOrder = { ...limitBuy, side: 'sell' };
const stopSell: StopOrder = {
  type: 'stop',
  side: 'sell',
  quantity: quantity(1_000),
  stopPrice: price(4_900_000),
};
const quoteBuy: MarketQuoteOrder = { type: 'marketQuote', side: 'buy', quoteAmount: amount(50_000_000_000n) };
const marketSell: MarketOrder = { type: 'market', side: 'sell', quantity: quantity(1_000) };

describe('what an order holds back', () => {
  // 0.01 BTC at 50,000 is 500 USDT = 5e10 units; 0.01 BTC is 1e6 units.
  it.each([
    ['a limit buy', limitBuy, 50_000_000_000n],
    ['a limit sell', limitSell, 1_000_000n],
    ['a stop sell', stopSell, 1_000_000n],
    ['a stop buy', { ...stopSell, side: 'buy' } as const, 49_000_000_000n],
    ['a market buy by quote', quoteBuy, 50_000_000_000n],
    ['a market sell', marketSell, 1_000_000n],
    ['a market buy by quantity', { ...marketSell, side: 'buy' } as const, 0n],
  ])('for %s', (_name, request, units) => {
    expect(reservationOf(request, BTCUSDT)).toBe(units);
  });

  const part = fillOf('os-1', { time: 0, tradeId: 1, price: 49_000, size: 0.004, complete: false });

  it('shrinks to what is left of a limit buy at its own price, whatever price it got', () => {
    expect(reservationAfter(amount(50_000_000_000n), limitBuy, quantity(400), part, BTCUSDT)).toBe(
      30_000_000_000n,
    );
  });

  it('shrinks by what a buy by quote has spent', () => {
    expect(reservationAfter(amount(50_000_000_000n), quoteBuy, quantity(400), part, BTCUSDT)).toBe(
      30_400_000_000n,
    );
  });

  it('shrinks to the lots left of a sell, and to what a stop buy has not spent', () => {
    expect(reservationAfter(amount(1_000_000n), limitSell, quantity(400), part, BTCUSDT)).toBe(600_000n);
    const stopBuy: StopOrder = { ...stopSell, side: 'buy' };
    expect(reservationAfter(amount(49_000_000_000n), stopBuy, quantity(400), part, BTCUSDT)).toBe(
      29_400_000_000n,
    );
    expect(reservationAfter(amount(1n), stopBuy, quantity(400), part, BTCUSDT)).toBe(0n);
  });

  it('is nothing when the order is complete, or held nothing', () => {
    expect(
      reservationAfter(amount(7n), limitBuy, quantity(1_000), { ...part, complete: true }, BTCUSDT),
    ).toBe(0n);
    expect(reservationAfter(amount(0n), limitSell, quantity(400), part, BTCUSDT)).toBe(0n);
  });

  it('leaves the lots that are not filled; a buy by quote has none to tell', () => {
    expect(remainingLots(limitBuy, quantity(400))).toBe(600);
    expect(remainingLots(quoteBuy, quantity(400))).toBe(0);
  });
});
