import type { Figure } from './figure.ts';
import { isMet, lineOf } from './figure.ts';

const rate: Figure = {
  ...{ name: 'orders', value: 1999, unit: 'orders/s', note: '' },
  bar: { kind: 'atLeast', value: 3000, isScaled: true },
};
const delay: Figure = {
  ...{ name: 'p99', value: 1.5, unit: 'ms', note: 'of 100' },
  bar: { kind: 'atMost', value: 1, isScaled: true },
};

describe('a figure', () => {
  it('is told with its target, and whether that is met', () => {
    expect(lineOf(rate, 1)).toBe('orders: at least 3,000 orders/s, 1,999 orders/s, missed');
    expect(lineOf(delay, 1)).toBe('p99: at most 1 ms, 1.5 ms, missed (of 100)');
  });

  it('has less to reach on a slower machine: half the rate, twice the time', () => {
    expect(lineOf(rate, 2)).toBe('orders: at least 1,500 orders/s, 1,999 orders/s, met');
    expect([1.49, 1.5].map((slowness) => isMet(delay, slowness))).toEqual([false, true]);
  });

  it('has the same to reach on every machine where its bar does not scale', () => {
    const ratio: Figure = { ...rate, bar: { kind: 'atLeast', value: 2000, isScaled: false } };
    expect(isMet(ratio, 10)).toBe(false);
    expect(isMet({ ...ratio, value: 2000 }, 10)).toBe(true);
  });

  it('that is no number is missed', () => {
    expect([rate, delay].map((figure) => isMet({ ...figure, value: NaN }, 1))).toEqual([false, false]);
  });
});
