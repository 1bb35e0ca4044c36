import type { Amount } from '@org/domain';
import { amount } from '@org/domain';

/** Adds up whole, positive amounts, exactly: in a double as long as that holds the sum, which is much faster. */
export class ExactTotal {
  #small = 0;
  #large = 0n;

  /** At most 2^53 − 1. */
  add(units: number): void {
    const sum = this.#small + units;
    if (sum <= Number.MAX_SAFE_INTEGER) this.#small = sum;
    else {
      this.#large += BigInt(this.#small) + BigInt(units);
      this.#small = 0;
    }
  }

  addLarge(units: bigint): void {
    this.#large += units;
  }

  get amount(): Amount {
    return amount(this.#large + BigInt(this.#small));
  }
}
