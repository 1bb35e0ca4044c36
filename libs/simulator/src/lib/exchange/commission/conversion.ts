import type { Price } from '@org/domain';
import type { Ratio } from '../../fractions/fraction.ts';
import type { SymbolGrid } from '../symbol-grid.ts';

/** A market as conversions see it. */
export interface PricedMarket {
  readonly grid: SymbolGrid;
  /** Null where nothing traded yet. */
  readonly lastPrice: Price | null;
}

const SAME: Ratio = { numerator: 1n, denominator: 1n };

/**
 * How many smallest units of `to` one of `from` is worth, by the last prices of the markets: of the two against each
 * other, or else by way of one third asset, the first that leads there. Null where no markets tell.
 */
export function conversion(from: string, to: string, markets: readonly PricedMarket[]): Ratio | null {
  if (from === to) return SAME;
  const direct = across(from, to, markets);
  if (direct !== null) return direct;
  for (const { grid } of markets) {
    const third = otherAsset(grid, from);
    if (third === null) continue;
    const first = across(from, third, markets);
    const second = first === null ? null : across(third, to, markets);
    if (first === null || second === null) continue;
    return {
      numerator: first.numerator * second.numerator,
      denominator: first.denominator * second.denominator,
    };
  }
  return null;
}

function otherAsset({ base, quote }: SymbolGrid, asset: string): string | null {
  if (base.code === asset) return quote.code;
  return quote.code === asset ? base.code : null;
}

function across(from: string, to: string, markets: readonly PricedMarket[]): Ratio | null {
  for (const { grid, lastPrice } of markets) {
    if (lastPrice === null || otherAsset(grid, from) !== to) continue;
    const quoteUnits = BigInt(lastPrice) * grid.tickLot.numerator;
    const baseUnits = grid.unitsPerLot * grid.tickLot.denominator;
    if (grid.base.code === from) return { numerator: quoteUnits, denominator: baseUnits };
    return { numerator: baseUnits, denominator: quoteUnits };
  }
  return null;
}
