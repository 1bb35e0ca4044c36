import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';

const DAY_MS = 86_400_000;

/** That a question about a stretch of time asks for more than a day; null where it does not. */
export function moreThanADay(startTime: number | null, endTime: number | null): BinanceError | null {
  if (startTime === null || endTime === null || endTime - startTime <= DAY_MS) return null;
  return binanceError(-1127, 'More than 24 hours between startTime and endTime.');
}
