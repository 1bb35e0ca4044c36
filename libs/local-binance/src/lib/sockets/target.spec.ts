import { readTarget } from './target.ts';

const RAW = { kind: 'streams', manner: { isCombined: false, unit: 'MILLISECOND' } };
const COMBINED = { kind: 'streams', manner: { isCombined: true, unit: 'MILLISECOND' } };
const API = { kind: 'socketApi', unit: 'MILLISECOND', returnRateLimits: true };

describe('the address that a client connects to', () => {
  it.each([
    ['/ws', { ...RAW, streams: [] }],
    ['/ws/', { ...RAW, streams: [] }],
    ['/ws/btcusdt@trade', { ...RAW, streams: ['btcusdt@trade'] }],
    ['/ws/btcusdt%40trade', { ...RAW, streams: ['btcusdt@trade'] }],
    ['/ws/btcusdt@trade/ethusdt@depth', { ...RAW, streams: ['btcusdt@trade', 'ethusdt@depth'] }],
    ['/stream', { ...COMBINED, streams: [] }],
    ['/stream?streams=a@trade/b@trade/a@trade', { ...COMBINED, streams: ['a@trade', 'b@trade'] }],
    ['/stream?streams=a@kline_1d@+08:00', { ...COMBINED, streams: ['a@kline_1d@+08:00'] }],
    ['/ws-api/v3', API],
    ['/ws-api/v3?returnRateLimits=false', { ...API, returnRateLimits: false }],
    ['/ws-api/v3?timeUnit=microsecond', { ...API, unit: 'MICROSECOND' }],
    ['/ws/a@trade?timeUnit=MICROSECOND', { manner: { isCombined: false, unit: 'MICROSECOND' } }],
  ])('%s is read', (url, target) => {
    expect(readTarget(url)).toMatchObject(target);
  });

  it.each([
    ['/', 404, -1020],
    ['/wsx', 404, -1020],
    ['/ws-api/v1', 404, -1020],
    ['/ws/%zz', 404, -1020],
    ['/ws?timeUnit=SECOND', 400, -1194],
    ['/ws-api/v3?returnRateLimits=no', 400, -1130],
    [
      `/stream?streams=${Array.from({ length: 1025 }, (_, index) => `s${index}@trade`).join('/')}`,
      400,
      -1101,
    ],
  ])('%.40s is refused with %i and %i', (url, status, code) => {
    expect(readTarget(url)).toMatchObject({ kind: 'error', status, code });
  });
});
