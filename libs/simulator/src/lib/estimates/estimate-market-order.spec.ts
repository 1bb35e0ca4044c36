import fc from 'fast-check';
import type { BookLevel, MarketOrder, MarketQuoteOrder } from '@org/domain';
import { amount, amountIn, quantity } from '@org/domain';
import { ABC, BNBUSD, USD } from '../../testing/bar-tape.ts';
import { BINANCE_FEES } from '../fees/fee-schedule.ts';
import type { EstimateMarket } from './estimate-market-order.ts';
import { estimateMarketOrder } from './estimate-market-order.ts';

const level = (price: number, quantity: number): BookLevel => ({ price, quantity });

/** Middle 100; ABC moves in ticks of 0.01 and lots of 0.001. */
const market: EstimateMarket = {
  instrument: ABC,
  bids: [level(99.99, 1), level(99.9, 2), level(99, 5)],
  asks: [level(100.01, 1), level(100.1, 2), level(101, 5)],
  fees: BINANCE_FEES,
};

const buy = (lots: number): MarketOrder => ({ type: 'market', side: 'buy', quantity: quantity(lots) });
const sell = (lots: number): MarketOrder => ({ type: 'market', side: 'sell', quantity: quantity(lots) });
const spend = (usd: string): MarketQuoteOrder => ({
  type: 'marketQuote',
  side: 'buy',
  quoteAmount: amountIn(usd, USD),
});

describe('the estimate of a market order', () => {
  it('of no more than the best level is its price, half the spread and the fee', () => {
    const estimate = estimateMarketOrder(buy(500), market);
    expect(estimate).toMatchObject({
      filled: 500,
      notional: amountIn('50.005', USD),
      averagePrice: 100.01,
      worstPrice: 10_001,
      fee: { asset: 'ABC', amount: 50_000n },
      unfilled: { asset: 'ABC', amount: 0n },
      isBookExhausted: false,
    });
    // 100.01 against 100 is one basis point
    expect(estimate.slippageBps).toBeCloseTo(1, 9);
  });

  it('of more walks the asks', () => {
    const estimate = estimateMarketOrder(buy(4_000), market);
    // 1 × 100.01 + 2 × 100.1 + 1 × 101 = 401.21, for 4: 100.3025
    expect(estimate.notional).toBe(amountIn('401.21', USD));
    expect(estimate.averagePrice).toBe(100.3025);
    expect(estimate.worstPrice).toBe(10_100);
    expect(estimate.slippageBps).toBeCloseTo(30.25, 9);
    expect(estimate.fee).toEqual({ asset: 'ABC', amount: 400_000n });
  });

  it('of a sale walks the bids, and pays its fee in quote', () => {
    const estimate = estimateMarketOrder(sell(2_000), market);
    // 99.99 + 99.9 = 199.89, for 2: 99.945
    expect(estimate.averagePrice).toBe(99.945);
    expect(estimate.slippageBps).toBeCloseTo(5.5, 9);
    expect(estimate.fee).toEqual({ asset: 'USD', amount: amountIn('0.19989', USD) });
  });

  it('tells what the book cannot fill', () => {
    const estimate = estimateMarketOrder(sell(10_000), market);
    expect(estimate.filled).toBe(8_000);
    expect(estimate.unfilled).toEqual({ asset: 'ABC', amount: 200_000_000n });
    expect(estimate.isBookExhausted).toBe(true);
  });

  it('of all that the book holds is not exhausted by it', () => {
    const estimate = estimateMarketOrder(sell(8_000), market);
    expect([estimate.unfilled.amount, estimate.isBookExhausted]).toEqual([0n, false]);
  });
});

describe('the estimate of an order by quote amount', () => {
  it('buys whole lots, and tells what is left of the money', () => {
    const estimate = estimateMarketOrder(spend('200'), market);
    // 100.01 for the first; 99.99 / 100.1 = 0.9989 → 0.998 for 99.8998; 0.0902 left
    expect(estimate.filled).toBe(1_998);
    expect(estimate.notional).toBe(amountIn('199.9098', USD));
    expect(estimate.unfilled).toEqual({ asset: 'USD', amount: amountIn('0.0902', USD) });
    expect(estimate.isBookExhausted).toBe(false);
  });

  it('ends with the book', () => {
    const estimate = estimateMarketOrder(spend('1000'), market);
    // 100.01 + 200.2 + 505 = 805.21
    expect(estimate.unfilled).toEqual({ asset: 'USD', amount: amountIn('194.79', USD) });
    expect(estimate.isBookExhausted).toBe(true);
  });

  it('is nothing for less than a lot', () => {
    expect(estimateMarketOrder(spend('0.1'), market)).toEqual({
      filled: 0,
      notional: 0n,
      averagePrice: null,
      worstPrice: null,
      slippageBps: null,
      fee: { asset: 'ABC', amount: 0n },
      unfilled: { asset: 'USD', amount: amountIn('0.1', USD) },
      isBookExhausted: false,
    });
  });
});

describe('the estimate of a fee in BNB', () => {
  const fees = { ...BINANCE_FEES, asset: 'BNB' } as const;

  it('is three quarters of its worth', () => {
    const bnb = { instrument: BNBUSD, value: 250 };
    const { fee } = estimateMarketOrder(sell(2_000), { ...market, fees, bnb });
    // 199.89 × 0.001 × 0.75 / 250 = 0.00059967
    expect(fee).toEqual({ asset: 'BNB', amount: 59_967n });
  });

  it('comes from the asset received where nothing tells what BNB is worth', () => {
    const { fee } = estimateMarketOrder(sell(2_000), { ...market, fees });
    expect(fee).toEqual({ asset: 'USD', amount: amountIn('0.19989', USD) });
  });
});

describe('a book that is hardly one', () => {
  it('without levels fills nothing', () => {
    const estimate = estimateMarketOrder(buy(1), { ...market, asks: [] });
    expect(estimate).toMatchObject({ filled: 0, averagePrice: null, isBookExhausted: true });
  });

  it('with one side alone has no middle to slip from', () => {
    const estimate = estimateMarketOrder(buy(1), { ...market, bids: [] });
    expect([estimate.averagePrice, estimate.slippageBps]).toEqual([100.01, null]);
  });

  it('is walked past levels of less than a lot or without a price', () => {
    const asks = [level(100.01, 0.0009), level(0, 1), level(100.02, 1)];
    expect(estimateMarketOrder(buy(1), { ...market, asks }).worstPrice).toBe(10_002);
  });

  it('is refused where a level is no number', () => {
    expect(() => estimateMarketOrder(buy(1), { ...market, asks: [level(NaN, 1)] })).toThrow('price');
  });
});

describe('estimates of any book', () => {
  /** Asks that rise by some ticks each, and the prices of their lots in ticks, one after the other. */
  const asksOf = (steps: readonly (readonly [up: number, depth: number])[]) => {
    let ticks = 10_000;
    const rows = steps.map(([up, depth]) => ({ ticks: (ticks += up), depth }));
    return {
      asks: rows.map((row) => level(row.ticks / 100, row.depth / 1000)),
      lots: rows.flatMap((row) => Array.from({ length: row.depth }, () => row.ticks)),
    };
  };
  const books = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20 })), { maxLength: 8 })
    .map(asksOf);
  /** One tick times one lot is 0.00001 USD: 1,000 units. */
  const worth = (ticks: readonly number[]) => BigInt(ticks.reduce((sum, each) => sum + each, 0)) * 1_000n;

  it('are those of taking one lot after the other', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 1, max: 120 }), ({ asks, lots }, wanted) => {
        const taken = lots.slice(0, wanted);
        const estimate = estimateMarketOrder(buy(wanted), { ...market, asks });
        expect(estimate.filled).toBe(taken.length);
        expect(estimate.notional).toBe(worth(taken));
        expect(estimate.worstPrice).toBe(taken.at(-1) ?? null);
        expect(estimate.isBookExhausted).toBe(lots.length < wanted);
      }),
    );
  });

  it('by quote amount buy the lots that the money is enough for, and not one more', () => {
    fc.assert(
      fc.property(books, fc.integer({ min: 1, max: 2_000_000 }), ({ asks, lots }, money) => {
        const order: MarketQuoteOrder = { ...spend('0'), quoteAmount: amount(BigInt(money) * 1_000n) };
        const { filled, unfilled } = estimateMarketOrder(order, { ...market, asks });
        const enough = lots.findIndex((_, index) => worth(lots.slice(0, index + 1)) > order.quoteAmount);
        expect(filled).toBe(enough === -1 ? lots.length : enough);
        expect(unfilled.amount).toBe(order.quoteAmount - worth(lots.slice(0, filled)));
      }),
    );
  });
});
