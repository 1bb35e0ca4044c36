import type { Units } from '../accounts/units.ts';
import { unitsOf } from '../accounts/units.ts';
import type { SymbolGrid } from '../symbol-grid.ts';

/** Turns prices and quantities of a grid into money, exactly. */
export class Worth {
  readonly #numerator: bigint;
  readonly #denominator: bigint;
  readonly #unitsPerLot: bigint;
  readonly #factor: number;
  readonly #lotFactor: number;
  /** The largest product of ticks and lots that a double turns into money exactly; −1 where it must be divided. */
  readonly #largestProduct: number;
  readonly #largestLots: number;

  constructor({ tickLot, unitsPerLot }: SymbolGrid) {
    this.#numerator = tickLot.numerator;
    this.#denominator = tickLot.denominator;
    this.#unitsPerLot = unitsPerLot;
    this.#factor = Number(tickLot.numerator);
    this.#lotFactor = Number(unitsPerLot);
    this.#largestProduct =
      tickLot.denominator === 1n ? Math.floor(Number.MAX_SAFE_INTEGER / this.#factor) : -1;
    this.#largestLots = Math.floor(Number.MAX_SAFE_INTEGER / this.#lotFactor);
  }

  /** What a quantity costs at a price, in the quote asset's smallest units, cut down. */
  quote(price: number, quantity: number): Units {
    const units = this.quoteInDouble(price, quantity);
    return units === units ? units : this.#divided(price, quantity);
  }

  /** The same where a double holds it, else NaN. */
  quoteInDouble(price: number, quantity: number): number {
    const product = price * quantity;
    return product <= this.#largestProduct ? product * this.#factor : this.#dividedInDouble(price, quantity);
  }

  /** A quantity in the base asset's smallest units. */
  base(quantity: number): Units {
    const units = this.baseInDouble(quantity);
    return units === units ? units : unitsOf(BigInt(quantity) * this.#unitsPerLot);
  }

  /** The same where a double holds it, else NaN. */
  baseInDouble(quantity: number): number {
    return quantity <= this.#largestLots ? quantity * this.#lotFactor : NaN;
  }

  #divided(price: number, quantity: number): Units {
    return unitsOf((BigInt(price) * BigInt(quantity) * this.#numerator) / this.#denominator);
  }

  #dividedInDouble(price: number, quantity: number): number {
    const units = this.#divided(price, quantity);
    return typeof units === 'number' ? units : NaN;
  }

  /** What must be held back for an order: for a buy its worth, for a sell its quantity; in doubles, else NaN. */
  needInDouble(isBuy: boolean, price: number, quantity: number): number {
    return isBuy ? this.quoteInDouble(price, quantity) : this.baseInDouble(quantity);
  }

  /** How many lots an amount of quote buys at a price: as many as cost no more than it, as far as can be counted. */
  lotsFor(quote: Units, price: number): number {
    const enough = (BigInt(quote) + 1n) * this.#denominator - 1n;
    const lots = enough / (BigInt(price) * this.#numerator);
    return lots > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(lots);
  }

  /** How many whole lots an amount of base is. */
  lotsOf(base: Units): number {
    return Number(BigInt(base) / this.#unitsPerLot);
  }
}
