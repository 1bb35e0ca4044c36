import type { SymbolGrid } from '@org/simulator';
import type { WindowStatistics } from '../../records/markets/market-records.ts';
import { amountText, fixedText, priceText, quantityText } from '../../wire/decimal-text.ts';
import { averagePriceText } from '../average-price.ts';

/** A window in the words that every ticker has. */
export function miniTicker(statistics: WindowStatistics, grid: SymbolGrid): object {
  return {
    symbol: grid.symbol,
    ...prices(statistics, grid),
    ...volumes(statistics, grid),
    ...extent(statistics),
  };
}

/** A window with how the price has changed in it. */
export function fullTicker(statistics: WindowStatistics, grid: SymbolGrid): object {
  return {
    symbol: grid.symbol,
    ...changes(statistics, grid),
    ...prices(statistics, grid),
    ...volumes(statistics, grid),
    ...extent(statistics),
  };
}

export function prices({ open, high, low, last }: WindowStatistics, grid: SymbolGrid) {
  return {
    openPrice: priceText(open, grid),
    highPrice: priceText(high, grid),
    lowPrice: priceText(low, grid),
    lastPrice: priceText(last, grid),
  };
}

export function volumes({ volume, quoteVolume }: WindowStatistics, { base, quote }: SymbolGrid) {
  return { volume: amountText(volume, base), quoteVolume: amountText(quoteVolume, quote) };
}

export function extent(statistics: WindowStatistics) {
  const { openTime, closeTime, firstTradeId, lastTradeId, tradeCount } = statistics;
  return { openTime, closeTime, firstId: firstTradeId, lastId: lastTradeId, count: tradeCount };
}

export function changes(statistics: WindowStatistics, grid: SymbolGrid) {
  const { open, last } = statistics;
  return {
    priceChange: changeText(last - open, grid),
    priceChangePercent: percentText(last - open, open),
    weightedAvgPrice: weightedPriceText(statistics, grid),
  };
}

export function lastQuantityText({ lastQuantity }: WindowStatistics, grid: SymbolGrid): string {
  return quantityText(lastQuantity, grid);
}

function changeText(ticks: number, { tick, quote }: SymbolGrid): string {
  const units = BigInt(ticks) * tick.units * 10n ** BigInt(quote.decimals);
  return fixedText(units / 10n ** BigInt(tick.decimals), quote.decimals);
}

/** In percent with three decimals, rounded to the nearest. */
function percentText(change: number, open: number): string {
  if (open === 0) return '0.000';
  const size = (BigInt(Math.abs(change)) * 200_000n + BigInt(open)) / (2n * BigInt(open));
  return fixedText(change < 0 ? -size : size, 3);
}

function weightedPriceText({ volume, quoteVolume }: WindowStatistics, grid: SymbolGrid): string {
  if (volume === 0n) return averagePriceText(null, grid);
  const { tickLot, unitsPerLot } = grid;
  const numerator = quoteVolume * tickLot.denominator * unitsPerLot;
  return averagePriceText({ numerator, denominator: volume * tickLot.numerator }, grid);
}
