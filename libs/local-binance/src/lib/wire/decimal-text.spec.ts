import { amount, formatDecimal, price, quantity } from '@org/domain';
import fc from 'fast-check';
import { BTC_GRID } from '../../testing/trades.ts';
import { amountText, fixedText, priceText, quantityText } from './decimal-text.ts';

describe('decimals as the exchange writes them', () => {
  it('have every digit of their asset behind the point', () => {
    expect(priceText(price(4_200_001), BTC_GRID)).toBe('42000.01000000');
    expect(quantityText(quantity(1), BTC_GRID)).toBe('0.00001000');
    expect(amountText(amount(-150_000_000n), BTC_GRID.quote)).toBe('-1.50000000');
    expect(priceText(price(0), BTC_GRID)).toBe('0.00000000');
  });

  it('of assets that have none are whole numbers', () => {
    const quote = { code: 'IDR', decimals: 0 };
    const tick = { units: 1000n, decimals: 0 };
    expect(priceText(price(1_500_000), { ...BTC_GRID, quote, tick })).toBe('1500000000');
  });

  it('keep the digits of a step that is finer than the asset', () => {
    const tick = { units: 1n, decimals: 10 };
    expect(priceText(price(15), { ...BTC_GRID, tick })).toBe('0.0000000015');
  });

  it('are exact beyond what a double holds', () => {
    // 10^12 PEPE in lots of 1, with 8 decimals: 10^20 units.
    const lot = { units: 1n, decimals: 0 };
    expect(quantityText(quantity(1e12), { ...BTC_GRID, lot })).toBe('1000000000000.00000000');
    const coarse = { units: 10n ** 9n, decimals: 0 };
    expect(quantityText(quantity(2 ** 53 - 1), { ...BTC_GRID, lot: coarse })).toBe(
      '9007199254740991000000000.00000000',
    );
  });

  it('say the same as the plain decimal, zeros aside', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(18), (units, decimals) => {
        const text = fixedText(units, decimals);
        const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
        expect(short.replace(/^-0$/, '0')).toBe(formatDecimal(units, decimals));
      }),
    );
  });

  it('of prices and quantities say what the grid says', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(1000), fc.nat(8), (steps, unit, decimals) => {
        const tick = { units: BigInt(unit) + 1n, decimals };
        const units = BigInt(steps) * tick.units * 10n ** BigInt(8 - decimals);
        expect(priceText(price(steps), { ...BTC_GRID, tick })).toBe(fixedText(units, 8));
      }),
    );
  });
});
