import { price } from '@org/domain';
import { answer, at, averaging, market, of, worthOf, stop } from '../../../testing/filter-answers.ts';
import { asset, decimal, steps } from '../../../testing/symbol-rules.ts';
import type { SymbolFilter } from '../symbol-rules.ts';

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
