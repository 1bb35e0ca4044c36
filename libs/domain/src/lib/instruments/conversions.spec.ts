import fc from 'fast-check';
import { InputError } from '../errors/onestep-error.ts';
import { amount } from '../money/amount.ts';
import { plainDecimal } from '../money/decimal.ts';
import { InexactNumberError, price, quantity } from '../money/ticks-and-lots.ts';
import {
  affordableLots,
  amountValue,
  baseUnits,
  formatAmount,
  formatPrice,
  formatQuantity,
  notional,
  priceValue,
  quantityValue,
  toAmount,
  toPrice,
  toQuantity,
  wholeLots,
} from './conversions.ts';
import { amountIn, spotInstrument } from './instrument.ts';

const USDT = { code: 'USDT', decimals: 8 };
const RULES = {
  symbol: 'BTCUSDT',
  base: { code: 'BTC', decimals: 8 },
  quote: USDT,
  tickSize: '0.01',
  stepSize: '0.00001',
  minNotional: '5',
};
const BTC = spotInstrument(RULES);
/** One tick times one lot is a thousandth of the quote's smallest unit. */
const FINE = spotInstrument({ ...RULES, tickSize: '0.000001' });
const NICKELS = spotInstrument({ ...RULES, tickSize: '0.05', stepSize: '0.25' });

const ticksOf = fc.integer({ min: 1, max: 1e9 }).map(price);
const lotsOf = fc.integer({ min: 0, max: 1e9 }).map(quantity);
const instruments = fc.constantFrom(BTC, FINE, NICKELS);

describe('a price in ticks', () => {
  it.each([
    [42_000.019, 'down', 4_200_001],
    [42_000.011, 'up', 4_200_002],
    [42_000.01, 'down', 4_200_001],
    [42_000.01, 'up', 4_200_001],
    [0.009, 'down', 0],
    [0.001, 'up', 1],
  ] as const)('of %d rounded %s is %d cents', (value, rounding, ticks) => {
    expect(toPrice(value, BTC, rounding)).toBe(ticks);
  });

  it('takes a double that misses its tick by the last place as that tick', () => {
    expect(0.1 + 0.2).toBeGreaterThan(0.3);
    expect(toPrice(0.1 + 0.2, BTC, 'up')).toBe(30);
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(toPrice(42_000 * 0.97, BTC, 'up')).toBe(4_074_000);
  });

  it('keeps its direction however many ticks it has', () => {
    expect(toPrice(10_000_000_000.003, BTC, 'down')).toBe(1e12);
    expect(toPrice(10_000_000_000.003, BTC, 'up')).toBe(1e12 + 1);
  });

  it('is refused where it cannot be counted', () => {
    expect(() => toPrice(1e300, BTC, 'down')).toThrow(InexactNumberError);
    expect(() => toPrice(Number.NaN, BTC, 'down')).toThrow(InexactNumberError);
  });

  it('comes back from its double, in either direction', () => {
    fc.assert(
      fc.property(ticksOf, instruments, (ticks, instrument) => {
        const value = priceValue(ticks, instrument);
        expect(toPrice(value, instrument, 'down')).toBe(ticks);
        expect(toPrice(value, instrument, 'up')).toBe(ticks);
      }),
    );
  });

  it('lies on the side that was asked for, less than a tick away', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (value) => {
        const down = toPrice(value, BTC, 'down');
        const up = toPrice(value, BTC, 'up');
        expect(up - down).toBeLessThanOrEqual(1);
        expect(priceValue(down, BTC)).toBeLessThanOrEqual(value + 1e-8);
        expect(priceValue(up, BTC)).toBeGreaterThanOrEqual(value - 1e-8);
      }),
    );
  });

  it('is the double nearest to its decimal', () => {
    expect(priceValue(price(4_200_001), BTC)).toBe(42_000.01);
    expect(priceValue(price(3), NICKELS)).toBe(0.15);
  });
});

describe('a quantity in lots', () => {
  it.each([
    [0.123459, 'down', 12_345],
    [0.123451, 'up', 12_346],
    [0.00003, 'down', 3],
    [0, 'up', 0],
  ] as const)('of %d rounded %s is %d lots', (value, rounding, lots) => {
    expect(toQuantity(value, BTC, rounding)).toBe(lots);
  });

  it('comes back from its double', () => {
    fc.assert(
      fc.property(lotsOf, instruments, (lots, instrument) => {
        expect(toQuantity(quantityValue(lots, instrument), instrument, 'down')).toBe(lots);
      }),
    );
  });

  it('comes back from its smallest units, whatever dust lies on top', () => {
    fc.assert(
      fc.property(lotsOf, fc.bigInt({ min: 0n, max: 999n }), (lots, dust) => {
        expect(wholeLots(amount(baseUnits(lots, BTC) + dust), BTC)).toBe(lots);
      }),
    );
  });

  it('is counted in the base asset’s smallest units', () => {
    expect(baseUnits(quantity(12_345), BTC)).toBe(12_345_000n);
    expect(wholeLots(amount(12_345_999n), BTC)).toBe(12_345);
  });
});

describe('a notional', () => {
  it('is exact: 42000.01 times 0.12345 is 5184.9012345', () => {
    expect(notional(price(4_200_001), quantity(12_345), BTC)).toBe(518_490_123_450n);
  });

  it('stays exact beyond what a double counts', () => {
    expect(notional(price(99_999_999), quantity(999_999_999), BTC)).toBe(99_999_998_900_000_001n * 10n);
  });

  it('is cut to the smallest unit where tick and lot are finer', () => {
    // 0.000123 · 0.00045 = 0.00000005535 USDT
    expect(notional(price(123), quantity(45), FINE)).toBe(5n);
  });

  it('is what affordable lots never exceed, and one lot more would', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        ticksOf,
        instruments,
        (units, ticks, instrument) => {
          const lots = affordableLots(amount(units), ticks, instrument);
          expect(notional(ticks, lots, instrument)).toBeLessThanOrEqual(units);
          expect(notional(ticks, quantity(lots + 1), instrument)).toBeGreaterThanOrEqual(units);
        },
      ),
    );
  });

  it('is what whole numbers of any size make of it, and so are units, lots and what is affordable', () => {
    const anyTicks = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(price);
    const anyLots = fc.integer({ min: -1e12, max: 1e12 }).map(quantity);
    const anyUnits = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(amount);
    fc.assert(
      fc.property(anyTicks, anyLots, anyUnits, instruments, (ticks, lots, units, instrument) => {
        const { tickLot, unitsPerLot } = instrument;
        const lotPrice = BigInt(ticks) * tickLot.numerator;
        expect(notional(ticks, lots, instrument)).toBe((lotPrice * BigInt(lots)) / tickLot.denominator);
        expect(baseUnits(lots, instrument)).toBe(BigInt(lots) * unitsPerLot);
        expect(BigInt(wholeLots(units, instrument))).toBe(units / unitsPerLot);
        const affordable = (units * tickLot.denominator) / lotPrice;
        if (affordable <= Number.MAX_SAFE_INTEGER && affordable >= -Number.MAX_SAFE_INTEGER)
          expect(BigInt(affordableLots(units, ticks, instrument))).toBe(affordable);
      }),
    );
  });

  it('pays for no more lots than can be counted', () => {
    expect(() => affordableLots(amount(10n ** 13n), price(1), FINE)).toThrow(InexactNumberError);
  });

  it('pays for whole lots alone: 100 buys 0.00238 at 42000', () => {
    expect(affordableLots(amount(10_000_000_000n), price(4_200_000), BTC)).toBe(238);
  });
});

describe('an amount of a double', () => {
  it.each([
    [0.29, 29_000_000n],
    [1e-8, 1n],
    [1.9e-8, 1n],
    [9.9e-9, 0n],
    // Times 10^8 this double is 11 exactly, though its decimal lies below.
    [1.0999999999999999e-7, 10n],
    [123.456789019, 12_345_678_901n],
    [-0.000000019, -1n],
    [-1.5, -150_000_000n],
    [0, 0n],
    [-0, 0n],
    [1e20, 10n ** 28n],
    [1e15 + 0.5, 100_000_000_000_000_050_000_000n],
  ])('of %d is %d units of a hundred-millionth', (value, units) => {
    expect(toAmount(value, USDT)).toBe(units);
  });

  it('is that of its shortest decimal, which another way of cutting agrees with', () => {
    const values = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
      fc.tuple(fc.integer(), fc.integer({ min: 0, max: 12 })).map(([digits, scale]) => digits / 10 ** scale),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 12 }), (value, decimals) => {
        const [whole = '', fraction = ''] = plainDecimal(value).split('.');
        const cut = fraction.slice(0, decimals).padEnd(decimals, '0');
        expect(toAmount(value, { code: 'X', decimals })).toBe(BigInt(`${whole}${cut}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([Number.NaN, Infinity, -Infinity])('is refused for %d', (value) => {
    expect(() => toAmount(value, USDT)).toThrow(InputError);
  });

  it('comes back as the double nearest to it', () => {
    expect(amountValue(amount(518_490_123_450n), USDT)).toBe(5_184.9012345);
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (units) => {
        expect(toAmount(amountValue(amount(BigInt(units)), USDT), USDT)).toBe(BigInt(units));
      }),
    );
  });
});

describe('what the exchange reads', () => {
  it('is plain and without needless zeros', () => {
    expect(formatPrice(price(4_200_010), BTC)).toBe('42000.1');
    expect(formatPrice(price(3), NICKELS)).toBe('0.15');
    expect(formatQuantity(quantity(12_340), BTC)).toBe('0.1234');
    expect(formatQuantity(quantity(4), NICKELS)).toBe('1');
    expect(formatAmount(amount(1n), USDT)).toBe('0.00000001');
    expect(formatAmount(amountIn('-12.50', USDT), USDT)).toBe('-12.5');
  });
});
