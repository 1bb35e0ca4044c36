import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';

/** What times are told in. */
export type TimeUnit = 'MILLISECOND' | 'MICROSECOND';

/** Writes a time, given in ms UTC, in the unit that a client has chosen. */
export type TellTime = (timeMs: number) => number;

/** How times are told in a unit. */
export function timeIn(unit: TimeUnit): TellTime {
  return unit === 'MILLISECOND' ? (timeMs) => timeMs : (timeMs) => timeMs * 1000;
}

/** The unit that a client asks for; milliseconds where it does not. */
export function readTimeUnit(text: string | undefined): TimeUnit | BinanceError {
  const word = text?.toUpperCase() ?? 'MILLISECOND';
  if (word === 'MILLISECOND' || word === 'MICROSECOND') return word;
  return binanceError(-1194, 'Invalid value for time unit; expected either MICROSECOND or MILLISECOND.');
}
