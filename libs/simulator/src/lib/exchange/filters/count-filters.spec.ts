import type { Decimal } from '@org/domain';
import { answer, market, of, stop, worthOf, NOTHING_OPEN, QUIET } from '../../../testing/filter-answers.ts';
import { decimal, ordered, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import { unitsOf } from '../accounts/units.ts';
import { lotsOf } from '../grid-conversions.ts';
import { isRefusal, toGridOrder } from '../grid-order.ts';
import type { ListedOrder } from '../requests.ts';
import { gridOf } from '../symbol-grid.ts';
import type { SymbolFilter } from '../symbol-rules.ts';
import { checkAmend, checkList } from './check-filters.ts';
import type { FilterFacts } from './order-filter.ts';
import { symbolFilters } from './symbol-filters.ts';

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
  const having = (units: bigint) => ({ position: unitsOf(units) });

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

  it.each([
    ['0.00000001', 'passes'],
    ['0.00000002', 'maxPosition'],
  ])(
    'is exact where a double no longer is: 2^53 smallest units at most, a buy of %s %s',
    (size, expected) => {
      const most: SymbolFilter = { kind: 'maxPosition', maxPosition: decimal('90071992.54740992') };
      const fine = [...steps('0.01', '0.00000001'), most];
      expect(answer(fine, of(size), having(2n ** 53n - 1n))).toBe(expected);
    },
  );

  it.each([2n ** 53n, 2n ** 60n])('counts %d smallest units that are there', (units) => {
    const most: SymbolFilter = { kind: 'maxPosition', maxPosition: { units, decimals: 8 } };
    const fine = [...steps('0.01', '0.00000001'), most];
    expect(answer(fine, of('0.00000001'), having(units - 1n))).toBe('passes');
    expect(answer(fine, of('0.00000001'), having(units))).toBe('maxPosition');
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

describe('the filters of a list', () => {
  const check = (filters: readonly SymbolFilter[], facts: Partial<FilterFacts> = {}) => {
    const rules = symbolRules(filters);
    const grid = gridOf(rules);
    const legs = [{}, { ...stop, side: 'sell' }, { ...stop, side: 'sell' }] as const;
    const orders = legs.flatMap((leg) => {
      const order = toGridOrder(ordered(leg), grid);
      return isRefusal(order) ? [] : [order];
    });
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
