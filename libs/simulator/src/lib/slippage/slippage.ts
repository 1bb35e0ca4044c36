import type { Price, Side, SpotInstrument } from '@org/domain';
import { price, toPrice } from '@org/domain';
import type { Fraction } from '../fractions/fraction.ts';
import { ratioOf } from '../fractions/fraction.ts';

/**
 * What an order that takes liquidity loses to the spread and to the time until it arrives: a fixed fraction of the
 * price, always against the order, and then rounded to the tick against it. Source: the fixed basis points model of
 * Zipline (`FixedBasisPointsSlippage`), which like ours leaves the order's size to a limit on the share of the volume.
 */
export class Slippage {
  declare private readonly numerator: number;
  declare private readonly denominator: number;

  /** @throws InputError `fraction-out-of-range` unless `fraction` is at least 0 and below 1 */
  constructor(fraction: Fraction) {
    const { numerator, denominator } = ratioOf('slippage', fraction);
    this.numerator = Number(numerator);
    this.denominator = Number(denominator);
  }

  /**
   * The price that a taker gets when the market trades at `value` (quote per base), never below one tick. Where `value`
   * lies on the tick the arithmetic is exact.
   */
  against(side: Side, value: number, instrument: SpotInstrument): Price {
    const below = toPrice(value, instrument, 'down');
    const above = toPrice(value, instrument, 'up');
    if (below !== above) return this.againstOffTick(side, value, instrument);
    const loss = this.lossInTicks(above);
    return side === 'buy' ? price(above + loss) : price(Math.max(1, above - loss));
  }

  private againstOffTick(side: Side, value: number, instrument: SpotInstrument): Price {
    const fraction = this.numerator / this.denominator;
    return side === 'buy'
      ? toPrice(value * (1 + fraction), instrument, 'up')
      : price(Math.max(1, toPrice(value * (1 - fraction), instrument, 'down')));
  }

  private lossInTicks(ticks: number): number {
    const product = ticks * this.numerator;
    if (product > Number.MAX_SAFE_INTEGER) return this.lossOfLargePrice(ticks);
    const rest = product % this.denominator;
    return (product - rest) / this.denominator + (rest > 0 ? 1 : 0);
  }

  /** Where the product above would no longer be exact. */
  private lossOfLargePrice(ticks: number): number {
    const denominator = BigInt(this.denominator);
    return Number((BigInt(ticks) * BigInt(this.numerator) + denominator - 1n) / denominator);
  }
}
