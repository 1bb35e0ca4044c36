import { InputError } from '@org/domain';
import { asset, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import type { MarketStage } from '../../../testing/market-stage.ts';
import { marketStage, USER } from '../../../testing/market-stage.ts';
import { syntheticMarket } from '../../synthetic-market/synthetic-market.ts';
import type { SyntheticFlowOptions } from './flow-terms.ts';
import { syntheticFlow } from './synthetic-flow-plan.ts';

const START = 1_704_067_200_000;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** A minute's deviation at 40,000 USDT and 2.5% a day: 26.35 USDT. */
const REACH_TICKS = 2_635;

const stage = (options: Partial<SyntheticFlowOptions> = {}, startTime = START): MarketStage =>
  marketStage(syntheticFlow({ symbol: 'BTCUSDT', seed: 7, ...options }), { startTime });

const middle = ({ touch }: MarketStage): number => {
  const [bid, ask] = touch();
  return ((bid ?? NaN) + (ask ?? NaN)) / 2;
};

/** All that a trade says, as a text: quickly compared where there are thousands. */
const allOf = (trade: object): string => Object.values(trade).join(' ');

describe('trades of a synthetic flow', () => {
  const play = (options: Partial<SyntheticFlowOptions>) => {
    const { markets, trades } = stage(options);
    markets.advanceTo(START + 30 * MINUTE_MS);
    return trades.map(allOf);
  };

  it('are the same for the same seed, however far the market is moved at a time', () => {
    const inOneGo = play({});
    const { markets, trades } = stage();
    for (let second = 0; second <= 1_800; second++) markets.advanceTo(START + second * SECOND_MS);
    expect(trades.map(allOf)).toEqual(inOneGo);
    expect(play({ seed: 8 })).not.toEqual(inOneGo);
  });

  it('come about as often as asked for', () => {
    // A taker meets more than one order now and then, so trades are a few more than takers.
    const { markets, trades } = stage({ tradesPerMinute: 10, quotesPerMinute: 5 });
    markets.advanceTo(START + DAY_MINUTES * MINUTE_MS);
    expect(trades.length / DAY_MINUTES).toBeGreaterThan(7);
    expect(trades.length / DAY_MINUTES).toBeLessThan(14);
  });

  it('have about the volume of the bars that the seed generates', () => {
    const { markets, trades } = stage({ tradesPerMinute: 8, quotesPerMinute: 2 });
    const bars = syntheticMarket({ seed: 7, symbol: 'BTCUSDT', interval: '1m', startTime: START });
    markets.advanceTo(START + 2 * DAY_MINUTES * MINUTE_MS - 1);
    const generated = sum(Array.from({ length: 2 * DAY_MINUTES }, () => bars.next().volume));
    const traded = sum(trades.map(({ quantity }) => quantity)) / 1e5;
    expect(traded / generated).toBeGreaterThan(0.9);
    expect(traded / generated).toBeLessThan(1.1);
  });

  it('follow the bars that the seed generates', () => {
    const bars = syntheticMarket({ seed: 7, symbol: 'BTCUSDT', interval: '1m', startTime: START });
    const { markets, trades } = stage();
    for (let minute = 1; minute <= 240; minute++) {
      const { high, low } = bars.next();
      const from = trades.length;
      markets.advanceTo(START + minute * MINUTE_MS - 1);
      const prices = trades.slice(from).map(({ price }) => price);
      expect(Math.max(...prices)).toBeLessThan(high * 100 + REACH_TICKS);
      expect(Math.min(...prices)).toBeGreaterThan(low * 100 - REACH_TICKS);
    }
  });
});

describe('the book of a synthetic flow', () => {
  it('is never crossed, never empty and never large', () => {
    const flow = stage();
    const found = Array.from({ length: 3_600 }, (_, second) => {
      flow.markets.advanceTo(START + second * SECOND_MS);
      const { bids = [], asks = [] } = flow.exchange.book('BTCUSDT', 1_000) ?? {};
      const isCrossed = !((bids[0]?.price ?? Infinity) < (asks[0]?.price ?? 0));
      return { second, isCrossed, sizes: [bids.length, asks.length] };
    });
    expect(found.filter(({ isCrossed }) => isCrossed)).toEqual([]);
    expect(found.filter(({ sizes }) => sizes.some((size) => size <= 10 || size > 60))).toEqual([]);
  });

  it('has a spread of a few ticks', () => {
    const flow = stage();
    let ticks = 0;
    for (let second = 0; second < 3_600; second++) {
      flow.markets.advanceTo(START + second * SECOND_MS);
      const [bid, ask] = flow.touch();
      ticks += (ask ?? NaN) - (bid ?? NaN);
    }
    expect(ticks / 3_600).toBeGreaterThan(1.5);
    expect(ticks / 3_600).toBeLessThan(5);
  });

  it('holds minutes of volume, in larger orders away from the touch', () => {
    const flow = stage();
    const usualMinuteLots = (40_000 / DAY_MINUTES) * 1e5;
    let [all, near, far] = [0, 0, 0];
    for (let minute = 1; minute <= 120; minute++) {
      flow.markets.advanceTo(START + minute * MINUTE_MS);
      const sizes = (flow.exchange.book('BTCUSDT', 60)?.bids ?? []).map(({ quantity }) => quantity);
      all += sum(sizes) / 120;
      near += sum(sizes.slice(0, 10)) / 10;
      far += sum(sizes.slice(-10)) / 10;
    }
    expect(all / usualMinuteLots).toBeGreaterThan(4);
    expect(all / usualMinuteLots).toBeLessThan(40);
    expect(far / near).toBeGreaterThan(3);
  });

  it('is there for a market whose ticks are coarse', () => {
    const rules = symbolRules(steps('0.00000001', '1'), { base: asset('PEPE') });
    const plan = syntheticFlow({ symbol: 'PEPEUSDT', seed: 1, startPrice: 0.000001, dailyVolume: 1e12 });
    const flow = marketStage(plan, { rules });
    for (let minute = 1; minute <= 60; minute++) {
      flow.markets.advanceTo(START + minute * MINUTE_MS);
      const book = flow.exchange.book('PEPEUSDT', 1);
      expect(book?.bids[0]?.price ?? NaN).toBeLessThan(book?.asks[0]?.price ?? NaN);
    }
    expect(flow.trades.length).toBeGreaterThan(60);
  });
});

describe('a user in a synthetic flow', () => {
  it('trades first at the best price', () => {
    const flow = stage();
    flow.markets.advanceTo(START + MINUTE_MS);
    // Nobody else is at this price: makers keep a tick away from it.
    const ask = flow.touch()[1] ?? NaN;
    const orderId = flow.limit('buy', ask - 1, 1, START + MINUTE_MS);
    const before = flow.trades.length;
    flow.markets.advanceTo(START + 2 * MINUTE_MS);
    const sold = flow.trades.slice(before).find(({ buyerIsMaker }) => buyerIsMaker);
    expect(sold).toMatchObject({ buyerOrderId: orderId, price: ask - 1 });
  });

  it('is not traded with by makers, who rest a tick before a wall', () => {
    const flow = stage();
    flow.markets.advanceTo(START);
    const wall = (flow.touch()[1] ?? NaN) - 1;
    const orderId = flow.limit('sell', wall, 1e12, START);
    flow.markets.advanceTo(START + 30 * MINUTE_MS);
    const withUser = flow.trades.filter(({ sellerOrderId }) => sellerOrderId === orderId);
    expect(withUser.length).toBeGreaterThan(100);
    expect(withUser.every(({ buyerIsMaker, price }) => !buyerIsMaker && price === wall)).toBe(true);
    expect(Math.max(...flow.trades.map(({ price }) => price))).toBe(wall);
  });

  it('pushes the price, which comes back', () => {
    const [flow, quiet] = [stage(), stage()];
    for (const { markets } of [flow, quiet]) markets.advanceTo(START + MINUTE_MS);
    // Some two minutes of volume.
    flow.market('buy', 60e5, START + MINUTE_MS);
    expect(flow.reports.at(-1)?.order.status).toBe('filled');
    const aside = () => middle(flow) - middle(quiet);
    for (const { markets } of [flow, quiet]) markets.advanceTo(START + MINUTE_MS + 2 * SECOND_MS);
    expect(aside()).toBeGreaterThan(REACH_TICKS / 2);
    for (const { markets } of [flow, quiet]) markets.advanceTo(START + 2 * MINUTE_MS);
    expect(Math.abs(aside())).toBeLessThan(REACH_TICKS / 4);
  });

  it('who empties the book finds it full again', () => {
    const flow = stage();
    flow.markets.advanceTo(START);
    flow.market('sell', 1e12, START);
    expect(flow.touch()[0]).toBeNull();
    flow.markets.advanceTo(START + MINUTE_MS);
    expect(flow.exchange.book('BTCUSDT', 60)?.bids.length).toBeGreaterThan(30);
  });
});

describe('a synthetic flow that is opened late', () => {
  it('has the price that it would have had, and trades only from then on', () => {
    const time = START + 300 * MINUTE_MS + 30 * SECOND_MS;
    const [whole, late] = [stage(), stage({}, time)];
    for (const { markets } of [whole, late]) markets.advanceTo(time);
    expect(late.trades).toEqual([]);
    expect(Math.abs(middle(late) - middle(whole))).toBeLessThan(REACH_TICKS / 2);
    late.markets.advanceTo(time + MINUTE_MS);
    expect(late.trades.every((trade) => trade.time > time)).toBe(true);
  });

  it('lays its book around the orders that users kept', () => {
    const flow = stage();
    const orderId = flow.limit('buy', 3_990_000, 5, START);
    flow.markets.advanceTo(START);
    expect(flow.exchange.openOrders(USER).map((order) => order.orderId)).toEqual([orderId]);
    expect(flow.trades).toEqual([]);
  });
});

describe('the terms of a synthetic flow', () => {
  it.each([{ tradesPerMinute: 0 }, { quotesPerMinute: NaN }, { tradesPerMinute: 1e6 }, { startPrice: -1 }])(
    'refuse %p',
    (options) => {
      expect(() => stage(options)).toThrow(InputError);
    },
  );
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
