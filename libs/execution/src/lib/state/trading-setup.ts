import type { Amount, RiskLimits, SpotInstrument, Strategy } from '@org/domain';

/** A strategy and its share of the account's quote, as a fraction; shares add up to at most 1. */
export interface Allocation {
  readonly strategy: Strategy;
  readonly share: number;
}

/** What a session is made of; it does not change while the session runs. */
export interface TradingSetup {
  readonly allocations: readonly Allocation[];
  /** Every market that is traded or marked; all have the same quote asset. */
  readonly instruments: readonly SpotInstrument[];
  readonly limits: RiskLimits;
  /** What the account holds at the start. */
  readonly deposits: readonly { readonly asset: string; readonly amount: Amount }[];
  /** Begins every client order id: letters and digits, such as `os1`. */
  readonly orderIdPrefix: string;
}
