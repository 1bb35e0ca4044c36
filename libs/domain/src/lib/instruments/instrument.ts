import { InputError } from '../errors/onestep-error.ts';
import type { Amount, Asset } from '../money/amount.ts';
import { amount } from '../money/amount.ts';
import type { Decimal } from '../money/decimal.ts';
import { parseDecimal, powerOfTen } from '../money/decimal.ts';
import type { Quantity } from '../money/ticks-and-lots.ts';
import { quantity } from '../money/ticks-and-lots.ts';

/** The rules of a spot market: what is traded, in which steps, and how small or large an order may be. */
export interface SpotInstrument {
  readonly kind: 'spot';
  readonly symbol: string;
  readonly base: Asset;
  readonly quote: Asset;
  /** The smallest step of a price, in the quote asset. */
  readonly tick: Decimal;
  /** The smallest step of a quantity, in the base asset. */
  readonly lot: Decimal;
  readonly minQuantity: Quantity;
  readonly maxQuantity: Quantity;
  /** The least an order may be worth, in the quote asset's smallest unit. */
  readonly minNotional: Amount;
  /** `tick` and `lot` as doubles, for marking to market and for charts. */
  readonly tickSize: number;
  readonly lotSize: number;
  /** How many of the base asset's smallest units one lot is. */
  readonly unitsPerLot: bigint;
  /** One tick of price times one lot, in the quote asset's smallest units, as the fraction `numerator / denominator`. */
  readonly tickLot: { readonly numerator: bigint; readonly denominator: bigint };
  readonly factors: ExactFactors;
}

/** What exact money is worked out with, as doubles. */
export interface ExactFactors {
  /** `unitsPerLot`. */
  readonly unitsPerLot: number;
  /** The numerator of `tickLot` where its denominator is 1; else NaN, as is what is worked out with it. */
  readonly tickLot: number;
  /** `minNotional` in quote. */
  readonly minNotional: number;
  /** `tick` as the quotient of two whole numbers, so that a price is rounded once. */
  readonly tickUnits: number;
  readonly tickScale: number;
  /** `lot` likewise. */
  readonly lotUnits: number;
  readonly lotScale: number;
}

/** Reserved: perpetual futures have their own rules and are not traded yet. */
export interface PerpetualInstrument {
  readonly kind: 'perpetual';
  readonly symbol: string;
}

/** A market with its rules, by kind; nothing trades perpetuals yet. */
export type Instrument = SpotInstrument | PerpetualInstrument;

/** What a spot instrument is made from; numbers are plain decimal strings, as the exchange writes them. */
export interface SpotRules {
  readonly symbol: string;
  readonly base: Asset;
  readonly quote: Asset;
  readonly tickSize: string;
  readonly stepSize: string;
  readonly minNotional: string;
  /** Defaults to one step. Rounds up to whole steps. */
  readonly minQuantity?: string;
  /** Defaults to the largest exact number of steps. Rounds down to whole steps. */
  readonly maxQuantity?: string;
}

/**
 * Makes a spot instrument from its rules.
 *
 * @throws InputError `instrument-rules` when a step is not positive or is finer than the asset's smallest unit.
 */
export function spotInstrument(rules: SpotRules): SpotInstrument {
  const { symbol, base, quote } = rules;
  const tick = positiveStep(symbol, 'tickSize', rules.tickSize);
  const lot = positiveStep(symbol, 'stepSize', rules.stepSize);
  if (lot.decimals > base.decimals) {
    throw new InputError('instrument-rules', {
      what: `${symbol}: stepSize is finer than one unit of ${base.code}`,
      found: rules.stepSize,
      allowed: `at most ${base.decimals} decimals`,
    });
  }
  const unitsPerLot = lot.units * 10n ** BigInt(base.decimals - lot.decimals);
  const tickLot = tickLotFraction(tick, lot, quote);
  const minNotional = amountIn(rules.minNotional, quote);
  return {
    kind: 'spot',
    symbol,
    base,
    quote,
    tick,
    lot,
    minQuantity: lotsIn(rules.minQuantity ?? rules.stepSize, lot, 'up'),
    maxQuantity:
      rules.maxQuantity === undefined
        ? quantity(Number.MAX_SAFE_INTEGER)
        : lotsIn(rules.maxQuantity, lot, 'down'),
    minNotional,
    tickSize: Number(tick.units) / 10 ** tick.decimals,
    lotSize: Number(lot.units) / 10 ** lot.decimals,
    unitsPerLot,
    tickLot,
    factors: {
      unitsPerLot: Number(unitsPerLot),
      tickLot: tickLot.denominator === 1n ? Number(tickLot.numerator) : NaN,
      minNotional: Number(minNotional) / 10 ** quote.decimals,
      tickUnits: Number(tick.units),
      tickScale: 10 ** tick.decimals,
      lotUnits: Number(lot.units),
      lotScale: 10 ** lot.decimals,
    },
  };
}

/** The plain decimal `text` of an asset as its smallest units, further decimals cut off. */
export function amountIn(text: string, asset: Asset): Amount {
  const { units, decimals } = parseDecimal(text);
  const shift = asset.decimals - decimals;
  return amount(shift >= 0 ? units * powerOfTen(shift) : units / powerOfTen(-shift));
}

function positiveStep(symbol: string, name: string, text: string): Decimal {
  const step = parseDecimal(text);
  if (step.units > 0n) return step;
  throw new InputError('instrument-rules', {
    what: `${symbol}: ${name} must be positive`,
    found: text,
    allowed: 'a decimal above 0',
  });
}

/** Bounds round inwards: an order at the bound must be one that the exchange takes. */
function lotsIn(text: string, lot: Decimal, rounding: 'down' | 'up'): Quantity {
  const { units, decimals } = parseDecimal(text);
  const scale = BigInt(Math.max(decimals, lot.decimals));
  const scaled = units * 10n ** (scale - BigInt(decimals));
  const step = lot.units * 10n ** (scale - BigInt(lot.decimals));
  const lots = (rounding === 'up' ? scaled + step - 1n : scaled) / step;
  return quantity(lots > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(lots));
}

function tickLotFraction(tick: Decimal, lot: Decimal, quote: Asset): SpotInstrument['tickLot'] {
  const units = tick.units * lot.units;
  const shift = quote.decimals - tick.decimals - lot.decimals;
  if (shift >= 0) return { numerator: units * 10n ** BigInt(shift), denominator: 1n };
  return { numerator: units, denominator: 10n ** BigInt(-shift) };
}
