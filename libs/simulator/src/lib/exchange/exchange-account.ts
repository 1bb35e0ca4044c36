import type { Amount } from '@org/domain';
import type { Fraction } from '../fractions/fraction.ts';

/** What a fill costs: a rate of what is received, the sum of the role's rate and the side's. */
export interface CommissionRates {
  readonly maker: Fraction;
  readonly taker: Fraction;
  readonly buyer: Fraction;
  readonly seller: Fraction;
}

/** Fees paid in another asset, at a discount, while there is enough of it. */
export interface CommissionDiscount {
  /** Such as BNB. */
  readonly asset: string;
  readonly isEnabled: boolean;
  /** What the fee is multiplied by: 0.75 for a quarter off. */
  readonly multiplier: Fraction;
}

/** Who trades. */
export interface ExchangeAccount {
  readonly accountId: string;
  /** Accounts of one group do not trade with each other where orders say so; null for none. */
  readonly tradeGroupId: number | null;
  /** `unlimited` accounts are the market's own: they pay no fee and may owe. */
  readonly funding: 'funded' | 'unlimited';
  readonly canTrade: boolean;
  readonly standardCommission: CommissionRates;
  readonly taxCommission: CommissionRates;
  readonly specialCommission: CommissionRates;
  readonly discount: CommissionDiscount;
}

/** What an account owns of an asset, in its smallest units. */
export interface ExchangeBalance {
  readonly asset: string;
  readonly free: Amount;
  readonly locked: Amount;
}
