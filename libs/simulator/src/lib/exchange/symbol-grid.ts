import type { Asset, Decimal } from '@org/domain';
import { formatDecimal, InputError } from '@org/domain';
import { isZero, sharedStep, tenTo } from './decimals.ts';
import type { SymbolRules } from './symbol-rules.ts';

/**
 * The steps that a symbol's prices and quantities are counted in. It is at least as fine as its filters, now and
 * before, so that whatever rests is a whole number of steps: filters decide what may be placed, the grid only counts.
 */
export interface SymbolGrid {
  readonly symbol: string;
  readonly base: Asset;
  readonly quote: Asset;
  /** One step of a price. */
  readonly tick: Decimal;
  /** One step of a quantity. */
  readonly lot: Decimal;
  /** How many of the base asset's smallest units one lot is. */
  readonly unitsPerLot: bigint;
  /** One tick times one lot in the quote asset's smallest units, as a fraction. */
  readonly tickLot: { readonly numerator: bigint; readonly denominator: bigint };
}

/**
 * The grid of a market by its filters: the steps of `price` and `lotSize`, or the asset's smallest unit where they are
 * off; finer where older orders need it. With `previous` it is fine enough for what was placed by earlier rules too.
 *
 * @throws InputError `symbol-rules` for a step that is negative or finer than its asset's smallest unit
 */
export function gridOf(rules: SymbolRules, previous?: SymbolGrid): SymbolGrid {
  const { symbol, base, quote, restingSteps } = rules;
  const tick = finest(stepOf(rules, 'price') ?? unitOf(quote), restingSteps?.tick, previous?.tick);
  const lot = finest(stepOf(rules, 'lotSize') ?? unitOf(base), restingSteps?.lot, previous?.lot);
  refuseFinerThan(quote, 'tickSize', tick, symbol);
  refuseFinerThan(base, 'stepSize', lot, symbol);
  return {
    symbol,
    base,
    quote,
    tick,
    lot,
    unitsPerLot: lot.units * tenTo(base.decimals - lot.decimals),
    tickLot: tickLotOf(tick, lot, quote),
  };
}

/** How many steps of `to` one step of `from` is, where `to` was made with `from` as its previous grid. */
export function regrid(from: SymbolGrid, to: SymbolGrid): { readonly ticks: number; readonly lots: number } {
  return { ticks: stepsPer(from.tick, to.tick), lots: stepsPer(from.lot, to.lot) };
}

function stepsPer(coarse: Decimal, fine: Decimal): number {
  return Number(
    (coarse.units * tenTo(Math.max(0, fine.decimals - coarse.decimals))) /
      (fine.units * tenTo(Math.max(0, coarse.decimals - fine.decimals))),
  );
}

function stepOf({ filters }: SymbolRules, kind: 'price' | 'lotSize'): Decimal | null {
  for (const filter of filters) {
    if (filter.kind !== kind) continue;
    const step = 'tickSize' in filter ? filter.tickSize : filter.stepSize;
    return isZero(step) ? null : step;
  }
  return null;
}

function unitOf({ decimals }: Asset): Decimal {
  return { units: 1n, decimals };
}

function finest(step: Decimal, ...others: readonly (Decimal | undefined)[]): Decimal {
  return others.reduce<Decimal>(
    (fine, other) => (other === undefined ? fine : sharedStep(fine, other)),
    step,
  );
}

function refuseFinerThan(asset: Asset, name: string, step: Decimal, symbol: string): void {
  if (step.units > 0n && step.decimals <= asset.decimals) return;
  throw new InputError('symbol-rules', {
    what: `${symbol}: ${name} is no step of ${asset.code}`,
    found: formatDecimal(step.units, step.decimals),
    allowed: `a positive decimal with at most ${asset.decimals} digits behind the point`,
  });
}

function tickLotOf(tick: Decimal, lot: Decimal, quote: Asset): SymbolGrid['tickLot'] {
  const units = tick.units * lot.units;
  const shift = quote.decimals - tick.decimals - lot.decimals;
  if (shift >= 0) return { numerator: units * tenTo(shift), denominator: 1n };
  return { numerator: units, denominator: tenTo(-shift) };
}
