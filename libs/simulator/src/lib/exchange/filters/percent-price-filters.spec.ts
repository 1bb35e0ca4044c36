import { price } from '@org/domain';
import { answer, at, averaging, market } from '../../../testing/filter-answers.ts';
import { decimal, steps } from '../../../testing/symbol-rules.ts';
import type { SymbolFilter } from '../symbol-rules.ts';

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
