import type { FeatureGroup } from '../feature.ts';
import { refused, there } from '../feature.ts';

const INTERVALS = [
  '1s',
  '1m',
  '3m',
  '5m',
  '15m',
  '30m',
  '1h',
  '2h',
  '4h',
  '6h',
  '8h',
  '12h',
  '1d',
  '3d',
  '1w',
  '1M',
];
const WINDOWS = ['1h', '4h', '1d'];
const LEVELS = ['5', '10', '20'];

const stream = (name: string, difference = '') => there(name, difference, `stream ${name}`);

export const STREAMS: FeatureGroup = {
  title: 'Market streams',
  features: [
    stream('<symbol>@trade'),
    stream('<symbol>@aggTrade'),
    stream('<symbol>@blockTrade', 'nothing is traded in blocks: it is silent'),
    ...INTERVALS.map((interval) => stream(`<symbol>@kline_${interval}`)),
    stream('<symbol>@kline_<interval>@+08:00'),
    stream('<symbol>@bookTicker'),
    stream('<symbol>@depth'),
    stream('<symbol>@depth@100ms'),
    ...LEVELS.flatMap((levels) => [
      stream(`<symbol>@depth${levels}`),
      stream(`<symbol>@depth${levels}@100ms`),
    ]),
    stream('<symbol>@miniTicker'),
    stream('<symbol>@ticker'),
    ...WINDOWS.map((window) => stream(`<symbol>@ticker_${window}`)),
    stream('<symbol>@avgPrice'),
    stream('<symbol>@referencePrice', 'null for markets without one, as all are until one is given'),
    stream('!miniTicker@arr'),
    ...WINDOWS.map((window) => stream(`!ticker_${window}@arr`)),
    refused('!ticker@arr', 'silent, as Binance since 2026-03-26', 'stream !ticker@arr'),
    there('SUBSCRIBE', '', 'SUBSCRIBE'),
    there('UNSUBSCRIBE', '', 'UNSUBSCRIBE'),
    there('LIST_SUBSCRIPTIONS', '', 'UNSUBSCRIBE'),
    there('SET_PROPERTY, GET_PROPERTY', '', 'SET_PROPERTY and GET_PROPERTY'),
  ],
};
