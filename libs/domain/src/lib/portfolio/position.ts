import type { Amount } from '../money/amount.ts';

/**
 * What a strategy holds of one market. `units` is exact, in the base asset's smallest unit; `size` and
 * `averagePrice` are the same facts as doubles, for decisions.
 */
export interface Position {
  readonly symbol: string;
  readonly units: Amount;
  /** In base; negative would be short, which spot does not allow. */
  readonly size: number;
  /** Quote paid per base held, without fees; 0 when flat. */
  readonly averagePrice: number;
  /** When it was last flat, in ms UTC; 0 when it never was anything else. */
  readonly openedTime: number;
}
