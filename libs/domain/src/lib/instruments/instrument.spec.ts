import { InputError } from '../errors/onestep-error.ts';
import { BUILT_IN_INSTRUMENTS } from './built-in.ts';
import type { SpotRules } from './instrument.ts';
import { amountIn, spotInstrument } from './instrument.ts';

const RULES: SpotRules = {
  symbol: 'TESTUSDT',
  base: { code: 'TEST', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  tickSize: '0.0500',
  stepSize: '0.001',
  minNotional: '5',
};

describe('a spot instrument', () => {
  it('holds its rules exactly, and as doubles for charts', () => {
    expect(spotInstrument({ ...RULES, minQuantity: '0.01', maxQuantity: '9000' })).toEqual({
      kind: 'spot',
      symbol: 'TESTUSDT',
      base: { code: 'TEST', decimals: 8 },
      quote: { code: 'USDT', decimals: 8 },
      tick: { units: 5n, decimals: 2 },
      lot: { units: 1n, decimals: 3 },
      minQuantity: 10,
      maxQuantity: 9_000_000,
      minNotional: 500_000_000n,
      tickSize: 0.05,
      lotSize: 0.001,
      unitsPerLot: 100_000n,
      // 0.05 · 0.001 = 0.00005 USDT
      tickLot: { numerator: 5_000n, denominator: 1n },
      factors: {
        ...{ unitsPerLot: 100_000, tickLot: 5_000, minNotional: 5 },
        ...{ tickUnits: 5, tickScale: 100, lotUnits: 1, lotScale: 1_000 },
      },
    });
  });

  it('takes one step as the least quantity, and any exact number as the largest', () => {
    expect(spotInstrument(RULES)).toMatchObject({ minQuantity: 1, maxQuantity: Number.MAX_SAFE_INTEGER });
  });

  it('rounds bounds that are no whole steps inwards', () => {
    expect(spotInstrument({ ...RULES, minQuantity: '0.0101', maxQuantity: '0.0999' })).toMatchObject({
      minQuantity: 11,
      maxQuantity: 99,
    });
  });

  it('caps a largest quantity that a double cannot count', () => {
    expect(spotInstrument({ ...RULES, maxQuantity: '90000000000000000000' }).maxQuantity).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });

  it('counts a tick and lot that are together finer than the quote as a fraction', () => {
    const fine = { ...RULES, tickSize: '0.000001', stepSize: '0.00001' };
    // 10^-11 USDT is a thousandth of its smallest unit
    expect(spotInstrument(fine)).toMatchObject({
      tickLot: { numerator: 1n, denominator: 1_000n },
      factors: { tickLot: NaN },
    });
  });

  it.each([
    ['tickSize', '0', 'TESTUSDT: tickSize must be positive; found 0; allowed: a decimal above 0'],
    ['tickSize', '-0.01', 'TESTUSDT: tickSize must be positive; found -0.01; allowed: a decimal above 0'],
    ['stepSize', '0.000', 'TESTUSDT: stepSize must be positive; found 0.000; allowed: a decimal above 0'],
    [
      'stepSize',
      '0.000000001',
      'TESTUSDT: stepSize is finer than one unit of TEST; found 0.000000001; allowed: at most 8 decimals',
    ],
    ['minNotional', 'five', 'not a plain decimal number; found "five"'],
  ])('is not made with a %s of %s', (name, text, message) => {
    expect(() => spotInstrument({ ...RULES, [name]: text })).toThrow(InputError);
    expect(() => spotInstrument({ ...RULES, [name]: text })).toThrow(message);
  });
});

describe('an amount in decimals', () => {
  const asset = { code: 'USDT', decimals: 4 };

  it.each([
    ['1', 10_000n],
    ['0.0001', 1n],
    ['-2.5', -25_000n],
    ['0.00019', 1n],
    ['0.00001', 0n],
  ])('of %s is %d smallest units of a ten-thousandth', (text, units) => {
    expect(amountIn(text, asset)).toBe(units);
  });
});

describe('the built-in instruments', () => {
  it.each([
    ['BTCUSDT', 0.01, 0.00001],
    ['ETHUSDT', 0.01, 0.0001],
  ])('hold %s with a tick of %d and a lot of %d, from 5 USDT on', (symbol, tickSize, lotSize) => {
    expect(BUILT_IN_INSTRUMENTS.get(symbol)).toMatchObject({
      symbol,
      tickSize,
      lotSize,
      minNotional: 500_000_000n,
    });
  });

  it('are found under their symbols', () => {
    for (const [symbol, instrument] of BUILT_IN_INSTRUMENTS) expect(instrument.symbol).toBe(symbol);
  });
});
