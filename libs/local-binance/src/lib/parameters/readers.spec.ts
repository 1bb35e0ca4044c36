import { decimal } from './decimals.ts';
import { textOf } from './illegal.ts';
import { limitUpTo, wholeNumber, wholeNumberWithin } from './integers.ts';
import type { Reader } from './parameter.ts';
import { oneOrSeveral, symbolName, symbolNames } from './symbols.ts';
import { time, timeZone } from './times.ts';
import { oneOf, yesOrNo } from './words.ts';

/** What is read, or the code of what is said instead. */
function read<Value>(reader: Reader<Value>, text: string): unknown {
  const result = reader(text, 'x');
  return result.kind === 'value' ? result.value : result.code;
}

type Case = readonly [text: string, expected: unknown];

const TABLE: readonly (readonly [what: string, Reader<unknown>, readonly Case[]])[] = [
  [
    'a whole number',
    wholeNumber,
    [
      ['0', 0],
      ['17', 17],
      ['-1', -1100],
      ['1.5', -1100],
      ['1e3', -1100],
      [' 1', -1100],
    ],
  ],
  [
    'a whole number',
    wholeNumber,
    [
      ['9223372036854775808', -1108],
      ['9'.repeat(21), -1100],
    ],
  ],
  [
    'a number from 10 to 20',
    wholeNumberWithin(10, 20),
    [
      ['9', -1130],
      ['10', 10],
      ['20', 20],
      ['21', -1130],
    ],
  ],
  [
    'a limit of 1000',
    limitUpTo(1000),
    [
      ['0', -1130],
      ['1', 1],
      ['1000', 1000],
      ['1001', 1000],
    ],
  ],
  [
    'a word',
    oneOf(['UP', 'DOWN']),
    [
      ['UP', 'UP'],
      ['up', -1130],
    ],
  ],
  [
    'yes or no',
    yesOrNo,
    [
      ['true', true],
      ['FALSE', false],
      ['1', -1130],
    ],
  ],
  [
    'a text',
    textOf(/^[a-z]+$/),
    [
      ['abc', 'abc'],
      ['a1', -1100],
    ],
  ],
  [
    'a symbol',
    symbolName,
    [
      ['BTCUSDT', 'BTCUSDT'],
      ['1000SATSUSDT', '1000SATSUSDT'],
      ['btcusdt', -1100],
      ['BTC/USDT', -1100],
    ],
  ],
  [
    'a symbol of any script',
    symbolName,
    [
      ['１２３４５６', '１２３４５６'],
      ['币安人生USDT', '币安人生USDT'],
      ['A'.repeat(51), -1100],
    ],
  ],
  [
    'symbols',
    symbolNames(2),
    [
      ['["A","B"]', ['A', 'B']],
      ['["A"', -1100],
      ['["A",1]', -1100],
      ['["a"]', -1100],
      ['[]', -1105],
    ],
  ],
  [
    'symbols',
    symbolNames(2),
    [
      ['["A","A"]', -1151],
      ['["A","B","C"]', -1101],
    ],
  ],
  [
    'words',
    oneOrSeveral,
    [
      ['SPOT', ['SPOT']],
      ['["SPOT","MARGIN"]', ['SPOT', 'MARGIN']],
      ['[SPOT]', -1135],
    ],
  ],
  [
    'a time',
    time,
    [
      ['1704067200000', 1704067200000],
      ['1704067200000123', 1704067200000],
      ['now', -1100],
    ],
  ],
  [
    'a time zone',
    timeZone,
    [
      ['0', 0],
      ['8', 28_800_000],
      ['-1:00', -3_600_000],
      ['+05:45', 20_700_000],
    ],
  ],
  [
    'a time zone',
    timeZone,
    [
      ['14:00', 50_400_000],
      ['14:01', -1130],
      ['-12:01', -1130],
      ['1:60', -1130],
      ['UTC', -1100],
    ],
  ],
];

for (const [what, reader, cases] of TABLE) {
  describe(what, () => {
    for (const [text, expected] of cases) {
      it(`reads ${JSON.stringify(text)} as ${JSON.stringify(expected)}`, () => {
        expect(read(reader, text)).toEqual(expected);
      });
    }
  });
}

describe('a decimal', () => {
  it.each([
    ['0', { units: 0n, decimals: 0 }],
    ['0.10', { units: 1n, decimals: 1 }],
    ['1000000000000', { units: 1_000_000_000_000n, decimals: 0 }],
    ['0.00000001', { units: 1n, decimals: 8 }],
  ])('is plain: %s', (text, expected) => {
    expect(read(decimal, text)).toEqual(expected);
  });

  it.each(['1.2e-7', '-1', '+1', '.5', '5.', '1,5', '0x1', 'NaN', '', '1'.repeat(21)])(
    'is not %j',
    (text) => {
      expect(decimal(text, 'price')).toEqual({
        kind: 'error',
        status: 400,
        code: -1100,
        msg: "Illegal characters found in parameter 'price'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
      });
    },
  );
});
