import type { RecordedTrade } from './capture.ts';
import { QueuedOrder } from './queued-order.ts';

const sold = (ticks: number, lots: number): RecordedTrade => ({
  kind: 'trade',
  time: 0,
  ticks,
  lots,
  aggressor: 'sell',
});
const bought = (ticks: number, lots: number): RecordedTrade => ({ ...sold(ticks, lots), aggressor: 'buy' });

/** Buys 3 lots at 100, behind 10 others. */
const buyer = () => new QueuedOrder('buy', 100, 3, 10);

describe('an order in a recorded queue', () => {
  it('fills after all that was ahead of it, and then itself', () => {
    const order = buyer();
    order.trade(sold(100, 12));
    expect(order.isFilled).toBe(false);
    order.trade(sold(100, 1));
    expect(order.isFilled).toBe(true);
  });

  it('moves up when the level shows less than was ahead of it', () => {
    const order = buyer();
    order.level(4);
    order.trade(sold(100, 6));
    expect(order.isFilled).toBe(false);
    order.trade(sold(100, 1));
    expect(order.isFilled).toBe(true);
  });

  it('does not move up for cancels that may have been behind it, nor back for orders that come', () => {
    const order = buyer();
    order.level(30);
    order.level(10);
    order.trade(sold(100, 13));
    expect(order.isFilled).toBe(true);
  });

  it('does not count a trade twice when the level shows what it left', () => {
    const order = buyer();
    order.trade(sold(100, 4));
    order.level(6);
    order.trade(sold(100, 8));
    expect(order.isFilled).toBe(false);
  });

  it('gets from a trade beyond its price no more than that trade had', () => {
    const order = buyer();
    order.trade(sold(99, 2));
    expect(order.isFilled).toBe(false);
    order.trade(sold(99, 1));
    expect(order.isFilled).toBe(true);
  });

  it('gets nothing from trades at better prices or with its own side', () => {
    const order = buyer();
    order.trade(sold(101, 100));
    order.trade(bought(99, 100));
    expect(order.isFilled).toBe(false);
  });

  it('sells as it buys', () => {
    const order = new QueuedOrder('sell', 100, 3, 10);
    order.trade(bought(99, 100));
    order.trade(sold(101, 100));
    expect(order.isFilled).toBe(false);
    order.trade(bought(100, 12));
    order.trade(bought(101, 1));
    expect(order.isFilled).toBe(true);
  });
});
