import { plainDecimal } from '@org/domain';
import fc from 'fast-check';
import { NumberScanner } from './number-scanner.ts';

function scan(text: string): NumberScanner {
  return new NumberScanner('numbers.csv', Buffer.from(text), 0, 1);
}

describe('a scanned number', () => {
  it.each([
    '0',
    '0.00000001',
    '96466.11000000',
    '1735689600000000',
    '9007199254740991',
    '9007199254740993',
    '0.1234567890123456789012345',
    '0.00000000000000000000001',
    '123456789.123456789',
    '-5.5',
    '+1',
    '1e-8',
    '2.5E3',
    '.5',
    '5.',
  ])('%s equals what JavaScript reads', (text) => {
    for (const behind of ['', ',1', '\n', '\r\n']) {
      const scanner = scan(text + behind);
      expect(scanner.number()).toBe(Number(text));
      expect(scanner.at).toBe(text.length);
    }
  });

  it('equals what JavaScript reads, for any plain decimal', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    fc.assert(
      fc.property(digits, fc.option(fc.stringMatching(/^\d{0,26}$/)), (whole, fraction) => {
        const text = fraction === null ? whole : `${whole}.${fraction}`;
        expect(scan(text).number()).toBe(Number(text));
      }),
      { numRuns: 2_000 },
    );
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(value, (number) => scan(plainDecimal(number)).number() === number));
  });

  it.each([
    ['abc', '"abc"'],
    ['12a', '"12a"'],
    [' 12', '" 12"'],
    ['NaN', '"NaN"'],
    ['Infinity', '"Infinity"'],
    ['1e999', '"1e999"'],
    ['0x10', '"0x10"'],
    ['1.2.3', '"1.2.3"'],
    ['', 'nothing'],
    ['.', '"."'],
    ['-', '"-"'],
  ])('%j is refused as it stands there', (text, found) => {
    expect(() => scan(text).number()).toThrow(`not a number; found ${found}`);
  });

  it('is refused with its line and column', () => {
    const scanner = new NumberScanner('numbers.csv', Buffer.from('1,2\n3,x\n'), 6, 2);
    expect(() => scanner.number()).toThrow('numbers.csv:2:3: not a number; found "x"');
  });

  it('is shown in part where it is long', () => {
    expect(() => scan('x'.repeat(200)).number()).toThrow(`found "${'x'.repeat(77)}..."`);
  });
});

describe('the end of a line', () => {
  it.each([
    ['\n', 1],
    ['\r\n', 2],
    ['', 0],
  ])('%j is stepped over', (text, at) => {
    const scanner = scan(text);
    expect(scanner.endOfLine()).toBe(true);
    expect(scanner).toMatchObject({ at, line: 2 });
  });

  it('is not where something else stands', () => {
    const scanner = scan(',1\n');
    expect(scanner.endOfLine()).toBe(false);
    expect(scanner).toMatchObject({ at: 0, line: 1 });
  });
});
