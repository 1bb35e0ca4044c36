import type { Decimal } from '@org/domain';
import { amount, price } from '@org/domain';
import { asset, decimal, ordered, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import type { AveragePrice } from '../exchange.ts';
import { isRefusal, toGridOrder } from '../grid-order.ts';
import { lotsOf } from '../grid-conversions.ts';
import type { ListedOrder } from '../requests.ts';
import { gridOf } from '../symbol-grid.ts';
import type { SymbolFilter } from '../symbol-rules.ts';
import { checkAmend, checkFilters, checkList } from './check-filters.ts';
import type { FilterFacts } from './order-filter.ts';
import { symbolFilters } from './symbol-filters.ts';

const NOTHING_OPEN = { orders: 0, algoOrders: 0, icebergOrders: 0, orderLists: 0 };

/** Nothing traded, nothing open. */
const QUIET: FilterFacts = {
  lastPrice: null,
  referencePrice: null,
  averagePrice: () => null,
  open: NOTHING_OPEN,
  openAnywhere: NOTHING_OPEN,
  position: amount(0n),
};

const FINE = { base: asset('BTC'), quote: asset('USDT') };

/** What the exchange says to an order where these filters hold. */
function answer(
  filters: readonly SymbolFilter[],
  order: Partial<ListedOrder>,
  facts: Partial<FilterFacts> = {},
  assets = FINE,
): string {
  const rules = symbolRules(filters, assets);
  const grid = gridOf(rules);
  const onGrid = toGridOrder(ordered(order), grid);
  if (isRefusal(onGrid)) return onGrid.reason === 'filter' ? onGrid.filter : onGrid.reason;
  return checkFilters(onGrid, symbolFilters(rules, grid), { ...QUIET, ...facts }) ?? 'passes';
}

const at = (value: string) => ({ price: decimal(value) });
const of = (value: string) => ({ size: { base: decimal(value) } });
const worthOf = (value: string) =>
  ({ size: { quote: decimal(value) }, type: 'market', price: null }) as const;
const market = (value: string) => ({ ...of(value), type: 'market', price: null }) as const;
const stop = { type: 'stopLoss', price: null, stopPrice: decimal('90') } as const;

/** An average price in ticks of 0.01. */
const averaging =
  (numerator: bigint, denominator = 1n) =>
  (): AveragePrice => ({ numerator, denominator });

describe('the price filter', () => {
  const filter = (min: string, max: string, tick: string): SymbolFilter[] => [
    { kind: 'price', minPrice: decimal(min), maxPrice: decimal(max), tickSize: decimal(tick) },
  ];
  const whole = filter('10', '200', '0.05');

  it.each([
    ['9.95', 'price'],
    ['10', 'passes'],
    ['10.05', 'passes'],
    ['10.04', 'price'],
    ['10.06', 'price'],
    ['199.95', 'passes'],
    ['200', 'passes'],
    ['200.05', 'price'],
    ['10.000000001', 'precision'],
  ])('from 10 to 200 in steps of 0.05: %s %s', (value, expected) => {
    expect(answer(whole, at(value))).toBe(expected);
    expect(answer(whole, { ...stop, stopPrice: decimal(value) })).toBe(expected);
  });

  it.each([
    [filter('0', '200', '0.05'), '0.05', '200.05'],
    [filter('10', '0', '0.05'), '92233720368.5', '9.95'],
    [filter('10', '200', '0'), '10.00000001', '9.99999999'],
  ])('has parts that are off where they are 0', (filters, passing, failing) => {
    expect(answer(filters, at(passing))).toBe('passes');
    expect(answer(filters, at(failing))).toBe('price');
  });

  it.each(['0', '-1', '90071992547409.92'])(
    'refuses a price of %s, which cannot be counted, though all its parts are off',
    (value) => {
      expect(answer(filter('0', '0', '0'), at(value))).toBe('price');
    },
  );

  it('has bounds that lie between two steps', () => {
    expect(answer(filter('0.07', '0.18', '0.05'), at('0.05'))).toBe('price');
    expect(answer(filter('0.07', '0.18', '0.05'), at('0.1'))).toBe('passes');
    expect(answer(filter('0.07', '0.18', '0.05'), at('0.15'))).toBe('passes');
    expect(answer(filter('0.07', '0.18', '0.05'), at('0.2'))).toBe('price');
  });

  it('reaches down to 1e-8 and up to 1.5e9', () => {
    const satoshi = filter('0.00000001', '1000', '0.00000001');
    expect(answer(satoshi, at('0.00000001'))).toBe('passes');
    const rupiah = filter('1', '1500000000', '1');
    const assets = { base: asset('BTC'), quote: asset('IDR', 2) };
    expect(answer(rupiah, at('1500000000'), {}, assets)).toBe('passes');
    expect(answer(rupiah, at('1500000001'), {}, assets)).toBe('price');
    expect(answer(rupiah, at('1499999999.5'), {}, assets)).toBe('price');
    expect(answer(rupiah, at('1499999999.505'), {}, assets)).toBe('precision');
  });
});

describe('the lot size filter', () => {
  const filter: SymbolFilter[] = [
    {
      kind: 'lotSize',
      minQuantity: decimal('0.002'),
      maxQuantity: decimal('9000'),
      stepSize: decimal('0.001'),
    },
  ];

  it.each([
    ['0.001', 'lotSize'],
    ['0.002', 'passes'],
    ['0.003', 'passes'],
    ['0.0025', 'lotSize'],
    ['8999.999', 'passes'],
    ['9000', 'passes'],
    ['9000.001', 'lotSize'],
    ['0', 'lotSize'],
    ['0.000000001', 'precision'],
  ])('from 0.002 to 9000 in steps of 0.001: %s %s', (value, expected) => {
    expect(answer(filter, of(value))).toBe(expected);
    expect(answer(filter, { ...of('9000'), icebergQuantity: decimal(value) })).toBe(expected);
    expect(answer(filter, market(value))).toBe(expected);
  });

  it('counts a million million PEPE', () => {
    const pepe: SymbolFilter[] = [
      {
        kind: 'lotSize',
        minQuantity: decimal('1'),
        maxQuantity: decimal('1000000000000'),
        stepSize: decimal('1'),
      },
    ];
    expect(answer(pepe, of('1000000000000'))).toBe('passes');
    expect(answer(pepe, of('1000000000001'))).toBe('lotSize');
    expect(answer(pepe, of('999999999999.5'))).toBe('lotSize');
  });

  it('says nothing of an order sized in quote', () => {
    expect(answer(filter, worthOf('0.00000001'))).toBe('passes');
  });

  it('tells the step and the least in lots of the grid', () => {
    const rules = symbolRules(filter);
    const finer = gridOf(symbolRules(steps('0.01', '0.0001')));
    expect(symbolFilters(rules, gridOf(rules, finer))).toMatchObject({ stepLots: 10, minLots: 20 });
    expect(symbolFilters(symbolRules([]), finer)).toMatchObject({ stepLots: 1, minLots: 1 });
  });
});

describe('the market lot size filter', () => {
  const filter = (min: string, max: string, step: string): SymbolFilter[] => [
    {
      kind: 'marketLotSize',
      minQuantity: decimal(min),
      maxQuantity: decimal(max),
      stepSize: decimal(step),
    },
  ];

  it.each([
    ['1', 'marketLotSize'],
    ['2', 'passes'],
    ['3', 'marketLotSize'],
    ['80', 'passes'],
    ['82', 'marketLotSize'],
  ])('from 2 to 80 in steps of 2: a market order of %s %s', (value, expected) => {
    expect(answer(filter('2', '80', '2'), market(value))).toBe(expected);
  });

  it('leaves other orders alone', () => {
    expect(answer(filter('2', '80', '2'), of('3'))).toBe('passes');
  });

  it('has a least quantity and a step of 0 on live markets, which are off', () => {
    const live = filter('0.00000000', '100.5', '0.00000000');
    expect(answer(live, market('0.00000001'))).toBe('passes');
    expect(answer(live, market('100.5'))).toBe('passes');
    expect(answer(live, market('100.50000001'))).toBe('marketLotSize');
  });
});

describe('the notional filter', () => {
  const filter = (isForMarket: boolean, averageMinutes = 5): SymbolFilter[] => [
    ...steps('0.01', '0.00001'),
    {
      kind: 'notional',
      minNotional: decimal('5'),
      applyMinToMarket: isForMarket,
      maxNotional: decimal('9000000'),
      applyMaxToMarket: isForMarket,
      averageMinutes,
    },
  ];

  it.each([
    // 4.9999975, 5 and 5.0000025
    ['49999.98', '0.0001', 'notional'],
    ['50000', '0.0001', 'passes'],
    ['50000.03', '0.0001', 'passes'],
    ['90000', '99.99999', 'passes'],
    ['90000', '100', 'passes'],
    ['90000.01', '100', 'notional'],
    // 9e15 units of ticks times lots, and beyond what a double holds exactly
    ['900000', '9999999', 'notional'],
  ])('from 5 to 9,000,000: at %s of %s %s', (value, size, expected) => {
    expect(answer(filter(true), { ...at(value), ...of(size) })).toBe(expected);
    expect(answer(filter(true), { ...at(value), ...of(size), type: 'stopLossLimit' })).toBe(expected);
  });

  it('values market orders at the average price', () => {
    // The average is 10,000,001 / 2 ticks: 50,000.005.
    const facts = { averagePrice: averaging(10_000_001n, 2n) };
    expect(answer(filter(true), market('0.0001'), facts)).toBe('passes');
    expect(answer(filter(true), market('0.00009'), facts)).toBe('notional');
    expect(answer(filter(true), market('179.99998'), facts)).toBe('passes');
    expect(answer(filter(true), market('179.99999'), facts)).toBe('notional');
    expect(answer(filter(true), { ...stop, ...of('0.00009') }, facts)).toBe('notional');
  });

  it('is exact to the last digit at an average that no decimal holds', () => {
    // 0.0001 × 15,000,000 / 3 ticks is 5 exactly; a third of a tick less is below.
    expect(answer(filter(true), market('0.0001'), { averagePrice: averaging(15_000_000n, 3n) })).toBe(
      'passes',
    );
    expect(answer(filter(true), market('0.0001'), { averagePrice: averaging(14_999_999n, 3n) })).toBe(
      'notional',
    );
  });

  it.each([
    ['the reference price first', { referencePrice: averaging(100n)() }, 'notional'],
    ['then the average', {}, 'passes'],
    ['the last price where nothing traded in those minutes', { averagePrice: () => null }, 'notional'],
  ])('asks %s', (_, facts, expected) => {
    const known = { lastPrice: price(200), averagePrice: averaging(5_000_000n), ...facts };
    expect(answer(filter(true), market('0.0001'), known)).toBe(expected);
  });

  it('asks the last price alone for an average of 0 minutes', () => {
    const facts = { lastPrice: price(200), averagePrice: averaging(5_000_000n) };
    expect(answer(filter(true, 0), market('0.0001'), facts)).toBe('notional');
    expect(answer(filter(true, 0), market('2.5'), facts)).toBe('passes');
  });

  it.each([
    ['4.99999999', 'notional'],
    ['5', 'passes'],
    ['9000000', 'passes'],
    ['9000000.00000001', 'notional'],
    ['5.000000001', 'precision'],
  ])('holds for a market order worth %s: %s', (value, expected) => {
    expect(answer(filter(true), worthOf(value))).toBe(expected);
  });

  it('leaves market orders alone where it does not apply to them, and before the first trade', () => {
    expect(answer(filter(false), market('0.00001'), { lastPrice: price(1) })).toBe('passes');
    expect(answer(filter(true), market('0.00001'))).toBe('passes');
  });

  it('has no upper limit where that is 0', () => {
    const open: SymbolFilter[] = [
      {
        kind: 'notional',
        minNotional: decimal('0'),
        applyMinToMarket: true,
        maxNotional: decimal('0'),
        applyMaxToMarket: true,
        averageMinutes: 5,
      },
    ];
    expect(answer(open, { ...at('90000000'), ...of('90000000') })).toBe('passes');
    expect(answer(open, worthOf('900000000'))).toBe('passes');
  });

  it('holds for a million million PEPE', () => {
    const assets = { base: asset('PEPE'), quote: asset('USDT') };
    const pepe = [...steps('0.00000001', '1'), ...filter(true).slice(2)];
    // 1e12 × 0.000009 = 9,000,000; one more step of the price is 10,000 more.
    const million2 = of('1000000000000');
    expect(answer([...pepe.slice(2)], { ...million2, ...at('0.00000901') }, {}, assets)).toBe('lotSize');
    const large: SymbolFilter[] = pepe.map((filter) =>
      filter.kind === 'lotSize' ? { ...filter, maxQuantity: decimal('1000000000000') } : filter,
    );
    expect(answer(large, { ...million2, ...at('0.000009') }, {}, assets)).toBe('passes');
    expect(answer(large, { ...million2, ...at('0.00000901') }, {}, assets)).toBe('notional');
  });

  it('holds for rupiah by the million', () => {
    const assets = { base: asset('BTC'), quote: asset('IDR', 2) };
    const rupiah: SymbolFilter[] = [
      ...steps('1', '0.00001'),
      {
        kind: 'notional',
        minNotional: decimal('20000'),
        applyMinToMarket: true,
        maxNotional: decimal('90000000000'),
        applyMaxToMarket: false,
        averageMinutes: 5,
      },
    ];
    // 0.00001 × 1.5e9 = 15,000; 0.00002 = 30,000; 60 × 1.5e9 = 9e10
    expect(answer(rupiah, { ...at('1500000000'), ...of('0.00001') }, {}, assets)).toBe('notional');
    expect(answer(rupiah, { ...at('1500000000'), ...of('0.00002') }, {}, assets)).toBe('passes');
    expect(answer(rupiah, { ...at('1500000000'), ...of('60') }, {}, assets)).toBe('passes');
    expect(answer(rupiah, { ...at('1500000000'), ...of('60.00001') }, {}, assets)).toBe('notional');
  });

  it('holds at a price of 1e-8', () => {
    const assets = { base: asset('SHIB'), quote: asset('BTC') };
    const shib: SymbolFilter[] = [
      ...steps('0.00000001', '1'),
      { kind: 'minNotional', minNotional: decimal('0.0001'), applyToMarket: true, averageMinutes: 5 },
    ];
    expect(answer(shib, { ...at('0.00000001'), ...of('9999') }, {}, assets)).toBe('minNotional');
    expect(answer(shib, { ...at('0.00000001'), ...of('10000') }, {}, assets)).toBe('passes');
  });

  it('compares exactly where the product is beyond a double', () => {
    // In steps of 1e-8 both ways 9 is 9e16 ticks times lots, where doubles lie 16 apart.
    const assets = { base: asset('X'), quote: asset('Y') };
    const limited: SymbolFilter[] = [
      {
        kind: 'minNotional',
        minNotional: decimal('9.00000000000001'),
        applyToMarket: true,
        averageMinutes: 5,
      },
    ];
    expect(answer(limited, { ...at('3'), ...of('3') }, {}, assets)).toBe('minNotional');
    expect(answer(limited, { ...at('3'), ...of('3.00000001') }, {}, assets)).toBe('passes');
  });
});

describe('the older notional filter', () => {
  const filter = (applyToMarket: boolean): SymbolFilter[] => [
    ...steps('0.01', '0.00001'),
    { kind: 'minNotional', minNotional: decimal('10'), applyToMarket, averageMinutes: 5 },
  ];
  const facts = { averagePrice: averaging(10_000n) };

  it.each([
    ['0.09999', 'minNotional'],
    ['0.1', 'passes'],
    ['0.10001', 'passes'],
  ])('from 10 on: %s at 100 %s', (size, expected) => {
    expect(answer(filter(true), of(size))).toBe(expected);
    expect(answer(filter(true), market(size), facts)).toBe(expected);
    expect(answer(filter(false), market(size), facts)).toBe('passes');
  });
});

describe('the percent price filter', () => {
  const filter: SymbolFilter[] = [
    ...steps('0.01', '0.00001'),
    {
      kind: 'percentPrice',
      multiplierUp: decimal('1.3'),
      multiplierDown: decimal('0.7'),
      averageMinutes: 5,
    },
  ];

  it.each([
    ['69.99', 'percentPrice'],
    ['70', 'passes'],
    ['70.01', 'passes'],
    ['129.99', 'passes'],
    ['130', 'passes'],
    ['130.01', 'percentPrice'],
  ])('from 0.7 to 1.3 times 100: %s %s', (value, expected) => {
    const facts = { averagePrice: averaging(10_000n) };
    expect(answer(filter, { ...at(value), side: 'buy' }, facts)).toBe(expected);
    expect(answer(filter, { ...at(value), side: 'sell' }, facts)).toBe(expected);
  });

  it('says nothing before the first trade, nor of orders without a price', () => {
    expect(answer(filter, at('1'))).toBe('passes');
    expect(answer(filter, market('1'), { lastPrice: price(1) })).toBe('passes');
  });
});

describe('the percent price filter by side', () => {
  const filter: SymbolFilter[] = [
    ...steps('0.01', '0.00001'),
    {
      kind: 'percentPriceBySide',
      bidMultiplierUp: decimal('1.1'),
      bidMultiplierDown: decimal('0.8'),
      askMultiplierUp: decimal('1.2'),
      askMultiplierDown: decimal('0.9'),
      averageMinutes: 5,
    },
  ];

  it.each([
    ['79.99', 'percentPriceBySide', 'percentPriceBySide'],
    ['80', 'passes', 'percentPriceBySide'],
    ['89.99', 'passes', 'percentPriceBySide'],
    ['90', 'passes', 'passes'],
    ['110', 'passes', 'passes'],
    ['110.01', 'percentPriceBySide', 'passes'],
    ['120', 'percentPriceBySide', 'passes'],
    ['120.01', 'percentPriceBySide', 'percentPriceBySide'],
  ])('of an average of 100: at %s a buy %s, a sell %s', (value, buy, sell) => {
    const facts = { averagePrice: averaging(10_000n) };
    expect(answer(filter, { ...at(value), side: 'buy' }, facts)).toBe(buy);
    expect(answer(filter, { ...at(value), side: 'sell' }, facts)).toBe(sell);
  });

  it('says nothing before the first trade, nor of orders without a price', () => {
    expect(answer(filter, at('1'))).toBe('passes');
    expect(answer(filter, market('1'), { lastPrice: price(1) })).toBe('passes');
  });
});

describe('the iceberg parts filter', () => {
  const filter: SymbolFilter[] = [...steps('0.01', '0.00001'), { kind: 'icebergParts', limit: 100 }];

  it.each([
    ['99.99', 'passes'],
    ['100', 'passes'],
    ['100.00001', 'icebergParts'],
  ])('of at most 100 tips of 1: %s %s', (size, expected) => {
    expect(answer(filter, { ...of(size), icebergQuantity: decimal('1') })).toBe(expected);
    expect(answer(filter, of(size))).toBe('passes');
  });
});

describe('a filter that counts', () => {
  const counts: readonly [SymbolFilter['kind'], 'open' | 'openAnywhere', string, Partial<ListedOrder>][] = [
    ['maxOrders', 'open', 'orders', {}],
    ['maxAlgoOrders', 'open', 'algoOrders', stop],
    ['maxIcebergOrders', 'open', 'icebergOrders', { icebergQuantity: decimal('0.5') }],
    ['exchangeMaxOrders', 'openAnywhere', 'orders', {}],
    ['exchangeMaxAlgoOrders', 'openAnywhere', 'algoOrders', stop],
    ['exchangeMaxIcebergOrders', 'openAnywhere', 'icebergOrders', { icebergQuantity: decimal('0.5') }],
  ];

  const limited = (kind: SymbolFilter['kind']): SymbolFilter[] => {
    switch (kind) {
      case 'maxOrders':
      case 'maxAlgoOrders':
      case 'maxIcebergOrders':
      case 'exchangeMaxOrders':
      case 'exchangeMaxAlgoOrders':
      case 'exchangeMaxIcebergOrders':
        return [{ kind, limit: 5 }];
      default:
        return [];
    }
  };

  it.each(counts)('%s lets the fifth of five in, and no sixth', (kind, where, what, order) => {
    const having = (count: number) => ({ [where]: { ...NOTHING_OPEN, [what]: count } });
    expect(answer(limited(kind), order, having(3))).toBe('passes');
    expect(answer(limited(kind), order, having(4))).toBe('passes');
    expect(answer(limited(kind), order, having(5))).toBe(kind);
  });

  it('looks only at orders of its kind, and never at market orders', () => {
    const full = { orders: 5, algoOrders: 5, icebergOrders: 5, orderLists: 5 };
    expect(answer(limited('maxAlgoOrders'), {}, { open: full })).toBe('passes');
    expect(answer(limited('maxIcebergOrders'), {}, { open: full })).toBe('passes');
    expect(answer(limited('maxOrders'), market('1'), { open: full })).toBe('passes');
  });
});

describe('the position filter', () => {
  const filter: SymbolFilter[] = [
    ...steps('0.01', '0.00001'),
    { kind: 'maxPosition', maxPosition: decimal('10') },
  ];
  const having = (units: bigint) => ({ position: amount(units) });

  it.each([
    ['8.99999', 'passes'],
    ['9', 'passes'],
    ['9.00001', 'maxPosition'],
  ])('of at most 10, with 1 there: a buy of %s %s', (size, expected) => {
    expect(answer(filter, of(size), having(100_000_000n))).toBe(expected);
    expect(answer(filter, { ...of(size), side: 'sell' }, having(100_000_000n))).toBe('passes');
  });

  it('counts what is there against a buy sized in quote', () => {
    expect(answer(filter, worthOf('1'), having(1_000_000_000n))).toBe('passes');
    expect(answer(filter, worthOf('1'), having(1_000_000_001n))).toBe('maxPosition');
  });
});

describe('the trailing delta filter', () => {
  const filter: SymbolFilter[] = [
    { kind: 'trailingDelta', minAbove: 10, maxAbove: 2000, minBelow: 20, maxBelow: 1000 },
  ];
  const trailing = (type: 'stopLoss' | 'takeProfitLimit', side: 'buy' | 'sell', delta: number) =>
    answer(filter, { type, side, price: null, trailingDeltaBips: delta });

  it.each([
    [9, 'trailingDelta'],
    [10, 'passes'],
    [2000, 'passes'],
    [2001, 'trailingDelta'],
  ])('above the market, from 10 to 2,000: %d %s', (delta, expected) => {
    expect(trailing('stopLoss', 'buy', delta)).toBe(expected);
    expect(trailing('takeProfitLimit', 'sell', delta)).toBe(expected);
  });

  it.each([
    [19, 'trailingDelta'],
    [20, 'passes'],
    [1000, 'passes'],
    [1001, 'trailingDelta'],
  ])('below the market, from 20 to 1,000: %d %s', (delta, expected) => {
    expect(trailing('stopLoss', 'sell', delta)).toBe(expected);
    expect(trailing('takeProfitLimit', 'buy', delta)).toBe(expected);
  });

  it('leaves orders alone that do not trail', () => {
    expect(answer(filter, stop)).toBe('passes');
  });
});

describe('the filters of a market', () => {
  it('fail in the order of its rules', () => {
    const wrong = { ...at('0.001'), ...of('0.000001') };
    expect(answer(steps('0.01', '0.00001'), wrong)).toBe('price');
    const [prices, lots] = steps('0.01', '0.00001');
    const small = { ...at('0.01'), ...of('0.00001') };
    const notional: SymbolFilter = {
      kind: 'minNotional',
      minNotional: decimal('1'),
      applyToMarket: true,
      averageMinutes: 5,
    };
    const position: SymbolFilter = { kind: 'maxPosition', maxPosition: decimal('0') };
    expect(answer([prices!, lots!, notional, position], small)).toBe('minNotional');
    expect(answer([prices!, lots!, position, notional], small)).toBe('maxPosition');
  });
});

describe('the filters of a list', () => {
  const check = (filters: readonly SymbolFilter[], facts: Partial<FilterFacts> = {}) => {
    const rules = symbolRules(filters);
    const grid = gridOf(rules);
    const legs = [{}, { ...stop, side: 'sell' }, { ...stop, side: 'sell' }] as const;
    const orders = legs.map((leg) => toGridOrder(ordered(leg), grid)).filter((leg) => !isRefusal(leg));
    return checkList(orders, symbolFilters(rules, grid), { ...QUIET, ...facts });
  };
  const withLists = (orderLists: number) => ({ ...NOTHING_OPEN, orderLists });

  it.each([
    ['maxOrderLists', 'open'],
    ['exchangeMaxOrderLists', 'openAnywhere'],
  ] as const)('%s lets the twentieth of twenty in, and no more', (kind, where) => {
    expect(check([{ kind, limit: 20 }], { [where]: withLists(19) })).toBeNull();
    expect(check([{ kind, limit: 20 }], { [where]: withLists(20) })).toBe(kind);
  });

  it('count each of its orders for those behind it', () => {
    expect(check([{ kind: 'maxOrders', limit: 3 }])).toBeNull();
    expect(check([{ kind: 'maxOrders', limit: 2 }])).toBe('maxOrders');
    expect(check([{ kind: 'maxAlgoOrders', limit: 2 }])).toBeNull();
    expect(check([{ kind: 'maxAlgoOrders', limit: 1 }])).toBe('maxAlgoOrders');
  });

  it('ask of each of its orders what they ask of an order alone', () => {
    expect(check([{ kind: 'maxPosition', maxPosition: decimal('0.5') }])).toBe('maxPosition');
  });
});

describe('the filters of an amendment', () => {
  const rules = symbolRules([
    ...steps('0.01', '0.001'),
    { kind: 'minNotional', minNotional: decimal('10'), applyToMarket: true, averageMinutes: 5 },
    { kind: 'maxOrders', limit: 1 },
    { kind: 'maxOrderAmends', limit: 10 },
  ]);
  const grid = gridOf(rules, gridOf(symbolRules(steps('0.01', '0.00001'))));

  const amend = (quantity: Decimal, amendCount = 0, filters = symbolFilters(rules, grid)) => {
    const order = toGridOrder(ordered(), grid);
    const lots = lotsOf(quantity, grid);
    if (isRefusal(order) || lots === null) throw new Error('The fixture is off the grid.');
    const facts = { ...QUIET, open: { ...NOTHING_OPEN, orders: 1 } };
    return checkAmend(order, lots, amendCount, filters, facts);
  };

  it.each([
    ['0.5', null],
    ['0.1', null],
    ['0.099', 'minNotional'],
    ['0.1005', 'lotSize'],
  ])('hold for the new quantity: %s fails %p', (quantity, failed) => {
    expect(amend(decimal(quantity))).toBe(failed);
  });

  it('allow ten of them, and no more', () => {
    expect(amend(decimal('0.5'), 9)).toBeNull();
    expect(amend(decimal('0.5'), 10)).toBe('maxOrderAmends');
    expect(amend(decimal('0.5'), 1000, symbolFilters(symbolRules([]), grid))).toBeNull();
  });
});
