import type { Amount, Asset } from '../money/amount.ts';
import { amount } from '../money/amount.ts';
import { formatDecimal, plainDecimal } from '../money/decimal.ts';
import { nearestDouble, wholeBigint } from '../money/exact-doubles.ts';
import type { Price, Quantity } from '../money/ticks-and-lots.ts';
import { price, quantity } from '../money/ticks-and-lots.ts';
import type { SpotInstrument } from './instrument.ts';
import { amountIn } from './instrument.ts';

/** Which way a number between two steps goes; there is no default on purpose. */
export type Rounding = 'down' | 'up';

/**
 * Doubles that mean a whole number of steps miss it by a few units in the last place, the more of them the larger they
 * are; they count as that step. However large, no more than a hundredth of a step is forgiven.
 */
const STEP_SLACK = { least: 1e-9, relative: 1e-12, most: 1e-2 };

/** Those that a double holds exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, decimals) => 10 ** decimals);

/** Below this many units a product with a power of ten is off by less than `UNIT_SLACK` of one. */
const CLOSE_UNITS = 2 ** 46;
const UNIT_SLACK = 1e-2;
/** Decimals of up to 15 digits and doubles correspond one to one. */
const FIFTEEN_DIGITS = 1e15;

/**
 * The price of `value` (quote per base) in whole ticks.
 *
 * @throws InexactNumberError `price-inexact` for what is not finite or too large to be counted exactly.
 */
export function toPrice(value: number, instrument: SpotInstrument, rounding: Rounding): Price {
  return price(wholeSteps(value / instrument.tickSize, rounding));
}

/**
 * The quantity of `value` (base) in whole lots.
 *
 * @throws InexactNumberError `quantity-inexact` for what is not finite or too large to be counted exactly.
 */
export function toQuantity(value: number, instrument: SpotInstrument, rounding: Rounding): Quantity {
  return quantity(wholeSteps(value / instrument.lotSize, rounding));
}

/** A price as a double, for marking and display; correctly rounded for decimal ticks. */
export function priceValue(ticks: Price, { factors }: SpotInstrument): number {
  return (ticks * factors.tickUnits) / factors.tickScale;
}

/** A quantity as a double, in base. */
export function quantityValue(lots: Quantity, { factors }: SpotInstrument): number {
  return (lots * factors.lotUnits) / factors.lotScale;
}

/** An amount as a double: the one conversion from exact money to float64. */
export function amountValue(units: Amount, { decimals }: Asset): number {
  return nearestDouble(units) / powerOfTen(decimals);
}

/**
 * A double as an amount: its shortest decimal, cut towards zero at the asset's smallest unit.
 *
 * @throws InputError `decimal-malformed` for NaN and the infinities.
 */
export function toAmount(value: number, asset: Asset): Amount {
  const scale = powerOfTen(asset.decimals);
  const units = value * scale;
  const nearest = Math.round(units);
  if (Math.abs(nearest) < FIFTEEN_DIGITS && nearest / scale === value) return amount(wholeBigint(nearest));
  const isBetween = Math.abs(units) < CLOSE_UNITS && Math.abs(units - nearest) > UNIT_SLACK;
  return isBetween ? amount(wholeBigint(Math.trunc(units))) : amountIn(plainDecimal(value), asset);
}

/** What `lots` are worth at `ticks`, in the quote asset's smallest units, cut as the exchange cuts. */
export function notional(ticks: Price, lots: Quantity, { tickLot, factors }: SpotInstrument): Amount {
  const whole = ticks * lots * factors.tickLot;
  if (Math.abs(whole) <= Number.MAX_SAFE_INTEGER) return amount(wholeBigint(whole));
  const units = BigInt(ticks) * BigInt(lots) * tickLot.numerator;
  return amount(tickLot.denominator === 1n ? units : units / tickLot.denominator);
}

/** `lots` in the base asset's smallest units. */
export function baseUnits(lots: Quantity, { unitsPerLot, factors }: SpotInstrument): Amount {
  const whole = lots * factors.unitsPerLot;
  if (Math.abs(whole) <= Number.MAX_SAFE_INTEGER) return amount(wholeBigint(whole));
  return amount(BigInt(lots) * unitsPerLot);
}

/** The whole lots in `units` of base; what is left over is dust. */
export function wholeLots(units: Amount, { unitsPerLot, factors }: SpotInstrument): Quantity {
  const whole = nearestDouble(units);
  if (Math.abs(whole) <= Number.MAX_SAFE_INTEGER) return quantity(wholeQuotient(whole, factors.unitsPerLot));
  return quantity(Number(units / unitsPerLot));
}

/**
 * The most lots that `quote` buys at `ticks`, which must be above 0.
 *
 * @throws InexactNumberError `quantity-inexact` for more lots than can be counted exactly.
 */
export function affordableLots(quote: Amount, ticks: Price, { tickLot, factors }: SpotInstrument): Quantity {
  const whole = nearestDouble(quote);
  const lotPrice = ticks * factors.tickLot;
  if (Math.abs(whole) <= Number.MAX_SAFE_INTEGER && lotPrice <= Number.MAX_SAFE_INTEGER)
    return quantity(wholeQuotient(whole, lotPrice));
  return quantity(Number((quote * tickLot.denominator) / (BigInt(ticks) * tickLot.numerator)));
}

/** A price as the exchange writes it, without needless zeros. */
export function formatPrice(ticks: Price, { tick }: SpotInstrument): string {
  return formatDecimal(BigInt(ticks) * tick.units, tick.decimals);
}

/** A quantity as the exchange writes it, without needless zeros. */
export function formatQuantity(lots: Quantity, { lot }: SpotInstrument): string {
  return formatDecimal(BigInt(lots) * lot.units, lot.decimals);
}

/** An amount as the exchange writes it, without needless zeros. */
export function formatAmount(units: Amount, { decimals }: Asset): string {
  return formatDecimal(units, decimals);
}

/**
 * How often one whole number goes into another, cut towards zero: exact for safe integers, since a quotient that is not
 * whole is further from the next whole number than it could be rounded by.
 */
function wholeQuotient(whole: number, by: number): number {
  // Adding 0 takes the sign off a zero.
  return Math.trunc(whole / by) + 0;
}

/** Looked up: a power takes longer than all the rest of a conversion. */
function powerOfTen(decimals: number): number {
  return POWERS_OF_TEN[decimals] ?? 10 ** decimals;
}

function wholeSteps(steps: number, rounding: Rounding): number {
  const nearest = Math.round(steps);
  const { least, relative, most } = STEP_SLACK;
  const slack = Math.min(most, Math.max(least, Math.abs(steps) * relative));
  if (Math.abs(steps - nearest) <= slack) return nearest;
  return rounding === 'down' ? Math.floor(steps) : Math.ceil(steps);
}
