import type { SymbolGrid } from '../symbol-grid.ts';

/** Turns prices and quantities of a grid into money, exactly. */
export class Worth {
  readonly #numerator: bigint;
  readonly #denominator: bigint;
  readonly #unitsPerLot: bigint;
  /** The largest product of ticks and lots that a double multiplies exactly; −1 where there must be a division. */
  readonly #largestProduct: number;
  readonly #largestLots: number;
  readonly #factor: number;
  readonly #lotFactor: number;

  constructor({ tickLot, unitsPerLot }: SymbolGrid) {
    this.#numerator = tickLot.numerator;
    this.#denominator = tickLot.denominator;
    this.#unitsPerLot = unitsPerLot;
    this.#factor = Number(tickLot.numerator);
    this.#lotFactor = Number(unitsPerLot);
    this.#largestProduct = tickLot.denominator === 1n ? Number.MAX_SAFE_INTEGER / this.#factor : -1;
    this.#largestLots = Number.MAX_SAFE_INTEGER / this.#lotFactor;
  }

  /** What a quantity costs at a price, in the quote asset's smallest units, cut down. */
  quote(price: number, quantity: number): bigint {
    const product = price * quantity;
    if (product <= this.#largestProduct) return BigInt(product * this.#factor);
    return (BigInt(price) * BigInt(quantity) * this.#numerator) / this.#denominator;
  }

  /** A quantity in the base asset's smallest units. */
  base(quantity: number): bigint {
    if (quantity <= this.#largestLots) return BigInt(quantity * this.#lotFactor);
    return BigInt(quantity) * this.#unitsPerLot;
  }

  /** How many lots an amount of quote buys at a price: as many as cost no more than it. */
  lotsFor(quote: bigint, price: number): bigint {
    return ((quote + 1n) * this.#denominator - 1n) / (BigInt(price) * this.#numerator);
  }
}
