import { price, quantity } from '@org/domain';
import type { Units } from '../accounts/units.ts';
import { amountOf } from '../accounts/units.ts';
import type { ExchangeFill } from '../exchange-order.ts';

/** An order's part in a trade. It becomes a value when somebody asks for one: most trades are told to nobody. */
export interface Execution {
  readonly tradeId: number;
  readonly at: number;
  readonly lots: number;
  readonly quote: Units;
  readonly feeAsset: string;
  readonly feeUnits: Units;
  readonly isMaker: boolean;
  /** The value, once somebody has asked. */
  fill: ExchangeFill | null;
}

/** The same for everybody outside. */
export function fillOf(execution: Execution): ExchangeFill {
  execution.fill ??= {
    tradeId: execution.tradeId,
    price: price(execution.at),
    quantity: quantity(execution.lots),
    quoteQuantity: amountOf(execution.quote),
    commission: amountOf(execution.feeUnits),
    commissionAsset: execution.feeAsset,
    isMaker: execution.isMaker,
  };
  return execution.fill;
}
