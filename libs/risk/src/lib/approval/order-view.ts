import type { Amount, Position, ProtectionScope, SpotInstrument } from '@org/domain';
import type { RiskState } from '../halts/risk-state.ts';

/** What risk looks at to judge one order: the facts of the market, the strategy and the account at this moment. */
export interface OrderView {
  /** ms UTC. */
  readonly time: number;
  readonly instrument: SpotInstrument;
  /** The last known price, in quote per base. */
  readonly markPrice: number;
  /** The whole account, marked, in quote. */
  readonly equity: number;
  /** The strategy's part of it, marked, in quote. */
  readonly strategyEquity: number;
  /** The strategy's quote that nothing reserves, in smallest units. */
  readonly cash: Amount;
  /** The strategy's base that nothing but its own protection reserves, in smallest units. */
  readonly sellable: Amount;
  readonly position: Position;
  readonly protection: ProtectionScope;
  /** What the account holds of this market, marked, plus its open entry orders there, in quote. */
  readonly exposure: number;
  /** Entry orders of the account that are not final. */
  readonly openEntryOrders: number;
  readonly risk: RiskState;
}
