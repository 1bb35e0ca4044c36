import type { Ratio } from '../../fractions/fraction.ts';
import type { Units } from '../accounts/units.ts';
import { unitsOf } from '../accounts/units.ts';

/** Below this, a quotient of whole numbers that a double has rounded up is noticed by its product. */
const LARGEST_PRODUCT = 2 ** 52;

/** A rate made ready: what it takes of an amount, cut down, exact at any size. */
export class Share {
  readonly #ratio: Ratio;
  readonly #numerator: number;
  readonly #denominator: number;

  constructor(ratio: Ratio) {
    this.#ratio = ratio;
    this.#numerator = Number(ratio.numerator);
    this.#denominator = Number(ratio.denominator);
  }

  of(units: Units): Units {
    const share = typeof units === 'number' ? this.inDouble(units) : NaN;
    if (share === share) return share;
    return unitsOf((BigInt(units) * this.#ratio.numerator) / this.#ratio.denominator);
  }

  /** The same where it can be reckoned in doubles, else NaN. */
  inDouble(units: number): number {
    const product = units * this.#numerator;
    if (!(product >= 0 && product < LARGEST_PRODUCT)) return NaN;
    const quotient = Math.floor(product / this.#denominator);
    return quotient * this.#denominator > product ? quotient - 1 : quotient;
  }
}
