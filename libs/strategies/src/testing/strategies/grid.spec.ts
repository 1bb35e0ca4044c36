import type { Decision, Intent, SlotOrder, StrategyFacts, TradingEvent } from '@org/domain';
import { ZERO, price, quantity } from '@org/domain';
import { bindStrategy } from '../../index.ts';
import { closingAt, rehearse } from '../../testing.ts';
import { grid } from './grid.ts';

const SET = { levels: 3, width: 0.01, quote: 100, reserve: 0 };

function story(closes: readonly number[], cash = 10_000): readonly string[] {
  const decisions = rehearse(grid, { set: SET, markets: [closingAt(closes)], cash });
  return decisions.flatMap(({ trigger, intents }) =>
    intents.map((intent) => `${trigger}: ${inShort(intent)}`),
  );
}

function inShort(intent: Intent): string {
  if (intent.kind !== 'place' || intent.pricing.type !== 'limit') return intent.kind;
  return `${intent.side} ${intent.slot} at ${Math.round(intent.pricing.price)}`;
}

const START = [
  'candleClosed: buy grid:0 at 9700',
  'candleClosed: buy grid:1 at 9800',
  'candleClosed: buy grid:2 at 9900',
];

describe('the grid', () => {
  it('places a buy at every level below the first close, all at once', () => {
    expect(story([10_000, 10_100, 10_200])).toEqual(START);
  });

  it('answers a filled buy with a sell one level above', () => {
    expect(story([10_000, 9_850, 9_850])).toEqual([...START, 'orderFilled: sell grid:2 at 10000']);
  });

  it('answers a filled sell with a buy where it was', () => {
    expect(story([10_000, 9_850, 10_050, 10_050])).toEqual([
      ...START,
      'orderFilled: sell grid:2 at 10000',
      'orderFilled: buy grid:2 at 9900',
    ]);
  });

  it('answers each of several that fill in one bar', () => {
    expect(story([10_000, 9_650, 9_950])).toEqual([
      ...START,
      'orderFilled: sell grid:0 at 9800',
      'orderFilled: sell grid:1 at 9900',
      'orderFilled: sell grid:2 at 10000',
      'orderFilled: buy grid:0 at 9700',
      'orderFilled: buy grid:1 at 9800',
    ]);
  });

  it('gives up a level whose order was refused', () => {
    const last = rehearse(grid, {
      set: { ...SET, quote: 0.01 },
      markets: [closingAt([10_000, 9_850, 9_850])],
    }).at(-1);
    // 0.01 of quote is less than one lot at 10,000, so that nothing was placed and nothing is ever reported.
    expect(last?.state).toEqual({ first: 10_000, letters: 'bbb' });
  });

  it('keeps one letter for each level: asked for, resting, sold above', () => {
    const decisions = rehearse(grid, { set: SET, markets: [closingAt([10_000, 9_850, 9_850])] });
    const letters = decisions.map(({ state }) => JSON.stringify(state).replace(/.*"letters":"(.*)".*/, '$1'));
    expect([...new Set(letters)]).toEqual(['bbb', 'BBB', 'BBs', 'BBS']);
  });

  it('gives up a level whose order the exchange or risk has ended, and goes on with the others', () => {
    const ended = reportTo('B-BB', ['grid:0', 'grid:2'], 'orderCancelled', 'grid:3');
    expect(ended).toEqual({ state: { first: 10_000, letters: 'B-B-' }, intents: [] });
    expect(reportTo('BB', ['grid:1'], 'orderRejected', 'grid:0').state).toEqual({
      first: 10_000,
      letters: '-B',
    });
    expect(reportTo('bb', ['grid:1'], 'orderExpired', 'grid:0').state).toEqual({
      first: 10_000,
      letters: '-B',
    });
  });

  it('answers the order that was filled, wherever the price is', () => {
    const working = ['grid:1', 'grid:2', 'grid:3', 'grid:4'];
    const { state, intents } = reportTo('BBBSS', working, 'orderFilled', 'grid:0');
    expect(state).toEqual({ first: 10_000, letters: 'sBBSS' });
    expect(intents.map(inShort)).toEqual(['sell grid:0 at 9600']);
  });

  it('takes no notice of reports about orders that are not its own, and of parts of a fill', () => {
    const all = ['grid:0', 'grid:1'];
    expect(reportTo('BB', all, 'orderFilled', null)).toEqual({
      state: { first: 10_000, letters: 'BB' },
      intents: [],
    });
    expect(reportTo('BB', all, 'orderCancelled', null).state).toEqual({ first: 10_000, letters: 'BB' });
    expect(reportTo('BB', ['grid:0'], 'orderFilled', 'grid:1', false).intents).toEqual([]);
    expect(reportTo('BB', all, 'orderUnknown', 'grid:0').intents).toEqual([]);
  });

  it('looks at nothing but the kind of the event on an ordinary bar', () => {
    const state = { first: 10_000, letters: 'B'.repeat(5) };
    const trigger = {
      kind: 'candleClosed',
      symbol: 'BTCUSDT',
      interval: '1h',
      candle: BAR,
      values: [],
      time: 0,
    } as const;
    const asked: PropertyKey[] = [];
    const facts = new Proxy(factsAt(trigger, []), {
      get(target, key, receiver): unknown {
        asked.push(key);
        return Reflect.get(target, key, receiver);
      },
    });
    // Its view is made at the first decision, and stays.
    bound.decide(state, facts);
    asked.length = 0;
    expect(bound.decide(state, facts)).toEqual({ state, intents: [] });
    expect(asked).toEqual(['trigger']);
  });

  it('refuses levels that would reach below zero', () => {
    const binding = {
      id: 'g',
      symbols: ['BTCUSDT'],
      interval: '1h',
      set: { levels: 200, width: 0.005 },
    } as const;
    expect(() => bindStrategy(grid, binding)).toThrow(
      /levels times width must be below 1; found levels=200, width=0.005/,
    );
  });

  it('protects its inventory as a whole and hears of its own orders', () => {
    expect([bound.protection, bound.wantsOrderEvents]).toEqual(['inventory', true]);
  });
});

const bound = bindStrategy(grid, {
  ...{ id: 'g', symbols: ['BTCUSDT'], interval: '1h' },
  set: { levels: 5, width: 0.01, quote: 100, reserve: 0 },
});

const REQUEST = {
  type: 'limit',
  side: 'buy',
  quantity: quantity(1),
  price: price(1),
  postOnly: false,
} as const;

function factsAt(
  trigger: TradingEvent,
  working: readonly string[],
  slot: string | null = null,
): StrategyFacts {
  const orders = working.map((slot): SlotOrder => ({
    slot,
    symbol: 'BTCUSDT',
    request: REQUEST,
    filled: 0,
    state: 'open',
  }));
  const { time } = trigger;
  return {
    ...{ time, trigger, slot, candles: [], cash: 0, equity: 0, orders: () => orders },
    order: (slot) => orders.find((order) => order.slot === slot),
    position: (symbol) => ({ symbol, units: ZERO, size: 0, averagePrice: 0, openedTime: 0 }),
    instrument: () => fail('no grid asks for rules'),
  };
}

function fail(message: string): never {
  throw new Error(message);
}

type Report = 'orderFilled' | 'orderCancelled' | 'orderRejected' | 'orderExpired' | 'orderUnknown';

/** What the grid does on a report, with these orders still working. */
function reportTo(
  letters: string,
  working: readonly string[],
  kind: Report,
  slot: string | null,
  complete = true,
): Decision {
  const about = { time: 0, symbol: 'BTCUSDT', clientOrderId: 'x', reason: 'so' };
  const filled = {
    ...({
      ...about,
      kind: 'orderFilled',
      tradeId: 1,
      price: price(1),
      quantity: quantity(1),
      notional: ZERO,
    } as const),
    ...({ fee: ZERO, feeAsset: 'USDT', liquidity: 'maker', complete, note: null } as const),
  };
  return bound.decide(
    { first: 10_000, letters },
    factsAt(kind === 'orderFilled' ? filled : { ...about, kind }, working, slot),
  );
}

const BAR = { openTime: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
