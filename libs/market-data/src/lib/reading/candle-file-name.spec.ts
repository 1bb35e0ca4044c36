import { feedOfFile, parseCandleFileName } from './candle-file-name.ts';

describe('the name of a candle file', () => {
  it.each([
    ['data/BTCUSDT-1h-2017-08-17_2024-04-21.csv.gz', { symbol: 'BTCUSDT', interval: '1h' }],
    ['BTCUSDT-1m-2024-12.zip', { symbol: 'BTCUSDT', interval: '1m' }],
    ['1INCHUSDT-15m.csv', { symbol: '1INCHUSDT', interval: '15m' }],
    ['ETHBTC-1d', { symbol: 'ETHBTC', interval: '1d' }],
  ] as const)('%s says what it holds', (path, feed) => {
    expect(parseCandleFileName(path)).toEqual(feed);
  });

  it.each([
    'candles.csv',
    'BTCUSDT.csv',
    'BTCUSDT-1mo-2024.zip',
    'BTCUSDT-7h-2024.csv',
    'BTCUSDT-1hours.csv',
  ])('%s does not', (path) => {
    expect(parseCandleFileName(path)).toBeUndefined();
  });
});

describe('the feed of a file', () => {
  it('is told where the name does not say it', () => {
    expect(feedOfFile('candles.csv', { symbol: 'BTCUSDT', interval: '1h' })).toEqual({
      symbol: 'BTCUSDT',
      interval: '1h',
    });
  });

  it('may be told again as the name says it', () => {
    expect(feedOfFile('BTCUSDT-1h-2024.csv', { symbol: 'BTCUSDT' }).interval).toBe('1h');
  });

  it.each([
    [{ symbol: 'BTCUSDT' }, 'which interval this is'],
    [{ interval: '1h' }, 'which symbol this is'],
    [{}, 'Rename the file, or give --symbol and --interval.'],
  ] as const)('must be known from somewhere, not only from %j', (told, message) => {
    expect(() => feedOfFile('candles.csv', told)).toThrow(message);
  });

  it.each([
    [{ symbol: 'ETHUSDT' }, 'contradicts --symbol; found BTCUSDT; allowed: ETHUSDT'],
    [{ interval: '4h' }, 'contradicts --interval; found 1h; allowed: 4h'],
  ] as const)('must not be told otherwise than the name says, as %j', (told, message) => {
    expect(() => feedOfFile('BTCUSDT-1h-2024.csv', told)).toThrow(message);
  });
});
