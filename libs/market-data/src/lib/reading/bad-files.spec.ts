import { InputError } from '@org/domain';
import { HEADER, SIMPLE, TemporaryFolder, candleText } from '../../testing/candle-files.ts';
import { HOUR, START, range, sampleSeries } from '../../testing/sample-candles.ts';
import { readCandleFiles } from './read-candle-files.ts';

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const NAME = 'BTCUSDT-1h-bad.csv';
const GOOD = candleText(sampleSeries('BTCUSDT', '1h', range(2)));
const THIRD = START + 2 * HOUR;
const BINANCE = candleText(sampleSeries('BTCUSDT', '1h', range(3)), {
  ...SIMPLE,
  columns: 12,
  header: false,
});

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

/** What reading this text as a file says, without the folder. */
function refusal(text: string): InputError {
  const path = folder.write(NAME, text);
  try {
    readCandleFiles([path]);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const bar = (time: number, rest = '10,12,9,11,5') => `${time},${rest}`;

describe('a file is refused, with line, finding and what is allowed, for', () => {
  it.each([
    ['a banner line', `https://example.com\n${GOOD}`, 1, 'banner-line', '"https://example.com"', HEADER],
    ['prose', 'hello\n', 1, 'banner-line', '"hello"', HEADER],
    ['a blank first line', `\n${GOOD}`, 1, 'banner-line', '""', HEADER],
    ['other columns', lines('time,o,h,l,c,v', bar(START)), 1, 'columns-wrong', '"time,o,h,l,c,v"', HEADER],
    ['an added column', lines(`${HEADER},x`, bar(START)), 1, 'columns-wrong', `"${HEADER},x"`, HEADER],
    [
      'a missing column',
      lines('open_time,open,high,low,close', START + ',1,1,1,1'),
      1,
      'columns-wrong',
      'low,close"',
      HEADER,
    ],
    ['six columns without header', lines(bar(START)), 1, 'columns-wrong', '6 columns and no header', HEADER],
    ['too few columns', `${GOOD}${THIRD},10,12\n`, 4, 'columns-wrong', '3 columns', '6 columns'],
    ['too many columns', `${GOOD}${bar(THIRD)},1\n`, 4, 'columns-wrong', '7 columns', '6 columns'],
    ['a cut last line', `${GOOD}${THIRD},10`, 4, 'columns-wrong', '2 columns', '6 columns'],
    [
      'a blank line between',
      lines(HEADER, bar(START), '', bar(THIRD)),
      3,
      'number-malformed',
      'nothing',
      'decimal',
    ],
    [
      'six of twelve columns',
      `${BINANCE}${bar(START + 3 * HOUR)}\n`,
      4,
      'columns-wrong',
      '6 columns',
      '12 columns',
    ],
    [
      'eleven of twelve columns',
      `${BINANCE}${bar(START + 3 * HOUR)},${START + 4 * HOUR - 1},1,1,1,1`,
      4,
      'columns-wrong',
      '11 columns',
      '12 columns',
    ],
    [
      'text in a number',
      `${GOOD}${bar(THIRD, '10,12,9,11 USDT,5')}\n`,
      4,
      'number-malformed',
      '"11 USDT"',
      'decimal',
    ],
    ['NaN', `${GOOD}${bar(THIRD, 'NaN,12,9,11,5')}\n`, 4, 'number-malformed', '"NaN"', 'decimal'],
    ['a date', `${GOOD}2024-01-01,10,12,9,11,5\n`, 4, 'number-malformed', '"2024-01-01"', 'decimal'],
    [
      'a negative price',
      `${GOOD}${bar(THIRD, '10,12,-9,11,5')}\n`,
      4,
      'price-not-positive',
      'low -9',
      'above 0',
    ],
    ['a zero price', `${GOOD}${bar(THIRD, '10,12,9,0,5')}\n`, 4, 'price-not-positive', 'close 0', 'above 0'],
    [
      'a high below the low',
      `${GOOD}${bar(THIRD, '10,9,12,11,5')}\n`,
      4,
      'high-below-low',
      'high 9 and low 12',
      'high at least low',
    ],
    [
      'an open above the high',
      `${GOOD}${bar(THIRD, '13,12,9,11,5')}\n`,
      4,
      'price-outside-bar',
      'open 13',
      'low 9 to high 12',
    ],
    [
      'a close below the low',
      `${GOOD}${bar(THIRD, '10,12,9,8,5')}\n`,
      4,
      'price-outside-bar',
      'close 8',
      'low 9 to high 12',
    ],
    ['a negative volume', `${GOOD}${bar(THIRD, '10,12,9,11,-5')}\n`, 4, 'volume-negative', '-5', '0 or more'],
    [
      'a time told twice',
      `${GOOD}${bar(START + HOUR)}\n`,
      4,
      'bar-twice',
      '2024-01-01T01:00:00.000Z',
      'once',
    ],
    [
      'the newest bar first',
      lines(HEADER, bar(THIRD), bar(START)),
      3,
      'bars-not-ascending',
      'T00:00:00.000Z) after',
      'oldest bar first',
    ],
    ['seconds', lines(HEADER, bar(START / 1000)), 2, 'time-malformed', '1704067200', 'milliseconds'],
    [
      'parts of a ms',
      lines(HEADER, bar(START * 1000 + 1)),
      2,
      'time-malformed',
      '1704067200000.001',
      'whole milliseconds',
    ],
    ['nanoseconds', lines(HEADER, bar(START * 1e6)), 2, 'time-malformed', '1704067200000000', 'microseconds'],
    [
      'a time off the grid',
      `${GOOD}${bar(THIRD + 1)}\n`,
      4,
      'intervals-mixed',
      'T02:00:00.001Z',
      'grid of 1h',
    ],
    [
      'shorter bars among longer ones',
      `${GOOD}${bar(START + HOUR + 300_000)}\n`,
      4,
      'intervals-mixed',
      'T01:05:00.000Z',
      'grid of 1h',
    ],
    [
      'longer bars behind shorter ones',
      GOOD + lines(...range(4).map((index) => bar(START + (6 + 4 * index) * HOUR))),
      4,
      'intervals-mixed',
      'bars of 4h',
      'one interval in a file: 1h',
    ],
    [
      'longer bars alone',
      lines(HEADER, bar(START), bar(START + 4 * HOUR), bar(START + 8 * HOUR)),
      2,
      'intervals-mixed',
      'bars of 4h',
      'one interval in a file: 1h',
    ],
    [
      'a close time of longer bars',
      candleText(sampleSeries('BTCUSDT', '4h', range(1)), { ...SIMPLE, columns: 12 }),
      2,
      'intervals-mixed',
      '14399999 ms after its open',
      'at most 3599999 ms',
    ],
    ['a header alone', `${HEADER}\n`, undefined, 'no-bars', 'a header alone', 'at least one bar'],
    ['nothing', '', undefined, 'file-empty', '0 bytes', 'a file with content'],
  ])('%s', (_what, text, line, code, found, allowed) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.facts.place?.line).toBe(line);
    expect(error.facts.place?.file).toContain(NAME);
    expect(error.facts.found).toContain(found);
    expect(error.facts.allowed).toContain(allowed);
  });
});

describe('a gap', () => {
  it('is no mix of intervals, be it as long as another interval', () => {
    const series = sampleSeries('BTCUSDT', '1h', [0, 1, 5, 9, 10, 34, 35]);
    const path = folder.write('BTCUSDT-1h-gaps.csv', candleText(series));
    expect(readCandleFiles([path])[0]?.report.gaps.count).toBe(3);
  });

  it('may stand between the only two bars', () => {
    const path = folder.write('BTCUSDT-1h-two.csv', candleText(sampleSeries('BTCUSDT', '1h', [0, 4])));
    expect(readCandleFiles([path])[0]?.report.gaps.bars).toBe(3);
  });

  it('may be as long again and again where no interval has that length', () => {
    const path = folder.write(
      'BTCUSDT-1h-sparse.csv',
      candleText(sampleSeries('BTCUSDT', '1h', [0, 5, 10, 15, 20])),
    );
    expect(readCandleFiles([path])[0]?.report.gaps.count).toBe(4);
  });

  it('may cut short the bar at its edge', () => {
    const cut = BINANCE.replace(`,${START + HOUR - 1},`, `,${START + 600_000},`);
    expect(cut).not.toBe(BINANCE);
    expect(readCandleFiles([folder.write('BTCUSDT-1h-cut.csv', cut)])[0]?.report.bars).toBe(3);
  });
});
