import type { Candle, TradingEvent } from '@org/domain';
import type { Trigger } from './strategy-view.ts';

/** A candle as plain data, which a strategy may keep in its state: a shell may show its own record of it. */
export function plainCandle(candle: Candle): Candle {
  if (isPlain(candle)) return candle;
  const { openTime, open, high, low, close, volume } = candle;
  return { openTime, open, high, low, close, volume };
}

/** What caused a decision, a bar likewise as plain data. */
export function plainTrigger(event: TradingEvent): Trigger {
  if (event.kind !== 'candleClosed' || isPlain(event)) return event;
  const { kind, time, symbol, interval, candle } = event;
  return { kind, time, symbol, interval, candle: plainCandle(candle) };
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
