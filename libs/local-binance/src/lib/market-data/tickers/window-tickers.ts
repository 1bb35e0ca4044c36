import { definePublic } from '../../endpoints/define-endpoint.ts';
import type { Weight } from '../../endpoints/endpoint.ts';
import { invalid } from '../../parameters/illegal.ts';
import type { Reader } from '../../parameters/parameter.ts';
import { defaulted } from '../../parameters/parameter.ts';
import { timeZone } from '../../parameters/times.ts';
import { klineOpen } from '../../records/markets/kline-interval.ts';
import type { AskedMarkets } from '../asked-markets.ts';
import { answerAbout, countAsked, nothingAsked } from '../asked-markets.ts';
import { fullTicker, miniTicker } from './ticker-body.ts';
import { fewMarkets, tickerType } from './ticker-parameters.ts';
import { untraded } from './untraded.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The units that a window may be given in, and how many of each. */
const UNITS = [
  { letter: 'm', ms: MINUTE_MS, most: 59 },
  { letter: 'h', ms: HOUR_MS, most: 23 },
  { letter: 'd', ms: DAY_MS, most: 7 },
] as const;

/** A window such as `15m`, in ms. */
const windowSize: Reader<number> = (text, name) => {
  const [, digits = '', letter] = /^(\d{1,2})([mhd])$/.exec(text) ?? [];
  const count = Number(digits);
  const unit = UNITS.find((known) => known.letter === letter && count >= 1 && count <= known.most);
  return unit === undefined ? invalid(name) : { kind: 'value', value: count * unit.ms };
};

export const rollingTicker = definePublic({
  rest: { method: 'GET', path: '/api/v3/ticker' },
  socketMethod: 'ticker',
  security: 'none',
  parameters: { ...fewMarkets, windowSize: defaulted(windowSize, DAY_MS), type: tickerType },
  weigh: weightOf,
  handle: ({ world, parameters }) =>
    nothingAsked(parameters) ??
    answerAbout(world, parameters, ({ record }) => {
      const now = world.marketTime.now();
      const openTime = klineOpen(now - parameters.windowSize, '1m');
      const statistics = record.since(openTime) ?? untraded(openTime, now);
      return (parameters.type === 'MINI' ? miniTicker : fullTicker)(statistics, record.grid);
    }),
});

/** From midnight on, where the caller's clock is; the day is told to its end. */
export const tradingDayTicker = definePublic({
  rest: { method: 'GET', path: '/api/v3/ticker/tradingDay' },
  socketMethod: 'ticker.tradingDay',
  security: 'none',
  parameters: { ...fewMarkets, timeZone: defaulted(timeZone, 0), type: tickerType },
  weigh: weightOf,
  handle: ({ world, parameters }) =>
    nothingAsked(parameters) ??
    answerAbout(world, parameters, ({ record }) => {
      const openTime = klineOpen(world.marketTime.now(), '1d', parameters.timeZone);
      const closeTime = openTime + DAY_MS - 1;
      const statistics = record.since(openTime) ?? untraded(openTime, closeTime);
      const day = { ...statistics, closeTime };
      return (parameters.type === 'MINI' ? miniTicker : fullTicker)(day, record.grid);
    }),
});

function weightOf(asked: AskedMarkets): Weight {
  return { weight: Math.min(4 * (countAsked(asked) ?? 1), 200), isFreeOnSuccess: false };
}
