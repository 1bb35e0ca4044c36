import fc from 'fast-check';
import { InputError } from '../errors/onestep-error.ts';
import { formatDecimal, parseDecimal, plainDecimal, powerOfTen } from './decimal.ts';

describe('a decimal', () => {
  it.each([
    ['0', 0n, 0],
    ['-0', 0n, 0],
    ['12', 12n, 0],
    ['12.5', 125n, 1],
    ['0.00001000', 1n, 5],
    ['-0.001', -1n, 3],
    ['007.10', 71n, 1],
    ['123456789012345678901234567890.1', 1234567890123456789012345678901n, 1],
  ])('%s is %d units of %d decimals', (text, units, decimals) => {
    expect(parseDecimal(text)).toEqual({ units, decimals });
  });

  it.each(['', ' 1', '1e-8', '.5', '5.', '+1', '1,5', 'NaN', '--1', '0x1', '1.2.3'])('is not %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(InputError);
  });

  it('that is malformed is shown with what is allowed', () => {
    expect(() => parseDecimal('1e-8')).toThrow(
      'not a plain decimal number; found "1e-8"; allowed: digits with at most one point, such as 0.001',
    );
  });

  it.each([
    [125n, 1, '12.5'],
    [-1n, 3, '-0.001'],
    [300n, 2, '3'],
    [310n, 2, '3.1'],
    [0n, 8, '0'],
    [7n, 0, '7'],
    [-120n, 0, '-120'],
  ])('of %d units and %d decimals is written %s', (units, decimals, text) => {
    expect(formatDecimal(units, decimals)).toBe(text);
  });

  it('is read back from what is written', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 20 }), (units, decimals) => {
        const read = parseDecimal(formatDecimal(units, decimals));
        expect(read.units * 10n ** BigInt(decimals - read.decimals)).toBe(units);
      }),
    );
  });
});

describe('a short decimal', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 12 });

  it('is read as a long one is, whatever zeros it begins or ends with', () => {
    fc.assert(
      fc.property(digits, fc.option(digits), (whole, fraction) => {
        const text = fraction === null ? whole : `${whole}.${fraction}`;
        const kept = (fraction ?? '').replace(/0+$/, '');
        expect(parseDecimal(text)).toEqual({ units: BigInt(whole + kept), decimals: kept.length });
      }),
    );
  });

  it.each(['.', '1.', '.1', '1..2', '1.2.3', '1a', '１', '-', '1-', '1.-2'])('is not %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(InputError);
  });
});

describe('a power of ten', () => {
  it.each([
    [0, 1n],
    [8, 100_000_000n],
    [45, 1_000_000_000_000_000_000_000_000_000_000_000_000_000_000_000n],
  ])('to the %d is %d', (exponent, power) => {
    expect(powerOfTen(exponent)).toBe(power);
  });
});

describe('the plain decimal of a double', () => {
  it.each([
    [1e-8, '0.00000001'],
    [1.5e-7, '0.00000015'],
    [-2.5e-10, '-0.00000000025'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [0.1, '0.1'],
    [-42, '-42'],
    [0, '0'],
  ])('of %d is %s', (value, text) => {
    expect(plainDecimal(value)).toBe(text);
  });

  it('has no exponent and is the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDecimal(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
