import { answer, at, market, of, worthOf, stop } from '../../../testing/filter-answers.ts';
import { asset, decimal, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import { gridOf } from '../symbol-grid.ts';
import type { SymbolFilter } from '../symbol-rules.ts';
import { symbolFilters } from './symbol-filters.ts';

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
    ['lowest price', filter('0', '200', '0.05'), '0.05', '200.05'],
    ['highest price', filter('10', '0', '0.05'), '92233720368.5', '9.95'],
    ['step', filter('10', '200', '0'), '10.00000001', '9.99999999'],
  ])('asks for no %s where that is 0', (_, filters, passing, failing) => {
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
