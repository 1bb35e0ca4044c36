import { parseStream } from './stream-name.ts';

describe('the name of a stream', () => {
  it.each([
    ['btcusdt@aggTrade', { symbol: 'BTCUSDT', kind: 'aggTrade' }],
    ['btcusdt@trade', { symbol: 'BTCUSDT', kind: 'trade' }],
    ['btcusdt@bookTicker', { symbol: 'BTCUSDT', kind: 'bookTicker' }],
    ['btcusdt@miniTicker', { symbol: 'BTCUSDT', kind: 'miniTicker' }],
    ['btcusdt@ticker', { symbol: 'BTCUSDT', kind: 'ticker' }],
    ['btcusdt@ticker_4h', { symbol: 'BTCUSDT', kind: 'windowTicker', window: '4h' }],
    ['btcusdt@avgPrice', { symbol: 'BTCUSDT', kind: 'avgPrice' }],
    ['btcusdt@kline_1s', { symbol: 'BTCUSDT', kind: 'kline', interval: '1s', offset: null }],
    ['btcusdt@kline_1M', { symbol: 'BTCUSDT', kind: 'kline', interval: '1M', offset: null }],
    ['btcusdt@kline_1d@+08:00', { symbol: 'BTCUSDT', kind: 'kline', interval: '1d', offset: '+08:00' }],
    ['btcusdt@depth', { symbol: 'BTCUSDT', kind: 'depth', speedMs: 1000 }],
    ['btcusdt@depth@100ms', { symbol: 'BTCUSDT', kind: 'depth', speedMs: 100 }],
    ['btcusdt@depth20', { symbol: 'BTCUSDT', kind: 'partialDepth', levels: 20, speedMs: 1000 }],
    ['btcusdt@depth5@100ms', { symbol: 'BTCUSDT', kind: 'partialDepth', levels: 5, speedMs: 100 }],
    ['!miniTicker@arr', { kind: 'allMiniTickers' }],
    ['!ticker_1h@arr', { kind: 'allWindowTickers', window: '1h' }],
  ])('%s means something', (name, meaning) => {
    expect(parseStream(name)).toEqual(meaning);
  });

  it.each([
    'btcusdt',
    '@trade',
    'BTCUSDT@trade',
    'btcusdt@trades',
    'btcusdt@depth7',
    'btcusdt@depth@200ms',
    'btcusdt@depth@100ms@100ms',
    'btcusdt@kline_7m',
    'btcusdt@kline_1m@+09:00',
    'btcusdt@ticker_2h',
    '!ticker@arr',
    '',
  ])('%s means nothing', (name) => {
    expect(parseStream(name)).toBeNull();
  });
});
