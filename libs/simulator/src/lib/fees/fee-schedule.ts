import type { Fraction, Ratio } from '../fractions/fraction.ts';
import { ratioOf } from '../fractions/fraction.ts';

/**
 * What a trade costs: a fraction of it, for orders that rested (`maker`) and for those that took (`taker`).
 * `received` takes it from the asset that the trade brought in: base for a buy, quote for a sell. `BNB` takes three
 * quarters of its worth from the BNB balance as long as that is enough, else all of it from the asset received.
 *
 * Source: Binance, "How to calculate spot trading fees" and the commission FAQ of its Spot API.
 */
export interface FeeSchedule {
  readonly maker: Fraction;
  readonly taker: Fraction;
  readonly asset: 'received' | 'BNB';
}

/** The fees of a new account on Binance: 0.1% each way, from the asset received. */
export const BINANCE_FEES: FeeSchedule = { maker: '0.001', taker: '0.001', asset: 'received' };

/** A fee schedule in exact numbers. */
export interface FeeRates {
  readonly maker: Ratio;
  readonly taker: Ratio;
  readonly inBnb: boolean;
}

/** @throws InputError `fraction-out-of-range` unless both fees are at least 0 and below 1 */
export function feeRates({ maker, taker, asset }: FeeSchedule): FeeRates {
  return {
    maker: ratioOf('the maker fee', maker),
    taker: ratioOf('the taker fee', taker),
    inBnb: asset === 'BNB',
  };
}
