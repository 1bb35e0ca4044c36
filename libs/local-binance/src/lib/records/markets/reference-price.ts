import type { Decimal } from '@org/domain';
import type { ReferencePriceCalculation } from '@org/simulator';
import { MeanPrice } from './mean-price.ts';

/** The reference price of a market, in the quote asset's smallest units. */
export class ReferencePrice {
  readonly calculation: ReferencePriceCalculation;
  readonly #mean: MeanPrice | null;
  readonly #set: bigint | null;

  constructor(calculation: ReferencePriceCalculation, quoteDecimals: number) {
    const isMean = calculation.kind === 'arithmeticMean';
    this.calculation = calculation;
    this.#mean = isMean ? new MeanPrice(calculation) : null;
    this.#set = isMean ? null : unitsOf(calculation.price, quoteDecimals);
  }

  add(price: bigint, time: number): void {
    this.#mean?.add(price, time);
  }

  /** Null where there is none: nothing was traded of late. */
  at(time: number): bigint | null {
    return this.#mean === null ? this.#set : this.#mean.at(time);
  }
}

/** Cut at the last decimal. */
function unitsOf({ units, decimals }: Decimal, wanted: number): bigint {
  if (wanted >= decimals) return units * 10n ** BigInt(wanted - decimals);
  return units / 10n ** BigInt(decimals - wanted);
}
