import type { CandleSeries, Decimal } from '@org/domain';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';

/** What counting in doubles may be off by, relative to the count. */
const ROUNDING = 1e-9;

/** The nearest whole number of ticks, at least one. */
export function nearestTicks(price: number, { tick }: SymbolGrid): number {
  return Math.max(1, Math.round(stepsIn(price, tick)));
}

/** The nearest whole number of lots; at least one, except for nothing. */
export function nearestLots(volume: number, { lot }: SymbolGrid): number {
  return volume > 0 ? Math.max(1, Math.round(stepsIn(volume, lot))) : 0;
}

/**
 * How many bars a market cannot show exactly as they were recorded, because a price lies between two ticks or a volume
 * between two lots. They are shown with the nearest.
 */
export function countOffGrid(series: CandleSeries, { tick, lot }: SymbolGrid): number {
  const { open, high, low, close, volume } = series;
  let count = 0;
  for (let bar = 0; bar < series.openTime.length; bar++) {
    const prices = [open, high, low, close].every((column) => isWhole(stepsIn(column[bar]!, tick)));
    if (!prices || !isWhole(stepsIn(volume[bar]!, lot))) count++;
  }
  return count;
}

function stepsIn(value: number, { units, decimals }: Decimal): number {
  return (value * 10 ** decimals) / Number(units);
}

function isWhole(steps: number): boolean {
  return Math.abs(steps - Math.round(steps)) <= ROUNDING * Math.max(1, steps);
}
