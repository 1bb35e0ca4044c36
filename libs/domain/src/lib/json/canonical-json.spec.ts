import fc from 'fast-check';
import { canonicalJson, NotPlainDataError, parseCanonicalJson } from './canonical-json.ts';

class Position {
  readonly size = 1;
}

describe('canonical JSON', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    ['a "quote"', '"a \\"quote\\""'],
    [1.5, '1.5'],
    [1e21, '1e+21'],
    [[1, [2]], '[1,[2]]'],
    [{ b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [{ a: 10n }, '{"a":{"$bigint":"10"}}'],
    [-0, '{"$number":"-0"}'],
    [Number.NaN, '{"$number":"NaN"}'],
    [-Infinity, '{"$number":"-Infinity"}'],
  ])('of %p is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('takes objects without a prototype', () => {
    const bare: unknown = Object.assign(Object.create(null), { a: 1 });
    expect(canonicalJson(bare)).toBe('{"a":1}');
  });

  it.each([
    ['a function', () => 1, 'function'],
    ['a symbol', Symbol('x'), 'symbol'],
    ['nothing', undefined, 'undefined'],
    ['nothing in an array', [undefined], 'undefined'],
    ['a date', new Date(0), 'an instance of Date'],
    ['an instance', { held: new Position() }, 'an instance of Position'],
    ['what would read back as money', { $bigint: '1' }, '$bigint'],
    ['what would read back as a number', { a: undefined, $number: 'NaN' }, '$number'],
  ])('is not made of %s', (_what, value, found) => {
    expect(() => canonicalJson(value)).toThrow(NotPlainDataError);
    expect(() => canonicalJson(value)).toThrow(`found ${found}`);
  });

  it('reads back what it wrote', () => {
    const values = fc.anything({ withBigInt: true, maxDepth: 4 }).map(withoutUndefined);
    fc.assert(
      fc.property(values, (value) => {
        expect(parseCanonicalJson(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('is the same line whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(canonicalJson(value)).not.toContain('\n');
      }),
    );
  });

  it('reads objects that only look like a tag as they are', () => {
    const written = canonicalJson({
      a: { $bigint: 1 },
      n: { $number: 1 },
      b: { $number: '1', more: true },
      c: { $bigint: '1', d: 2 },
    });
    expect(parseCanonicalJson(written)).toEqual({
      a: { $bigint: 1 },
      n: { $number: 1 },
      b: { $number: '1', more: true },
      c: { $bigint: '1', d: 2 },
    });
  });
});

/** Arbitrary values with undefined, which JSON has not, turned into null. */
function withoutUndefined(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutUndefined(field)]));
}
