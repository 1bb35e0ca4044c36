import type { Amount, Decimal, Price, Quantity, SpotInstrument, VenueOrder } from '@org/domain';
import { amount, amountIn, formatDecimal, notional, parseDecimal, price, quantity } from '@org/domain';
import type { AccountTrade } from '../account/binance-account.ts';
import type { Money } from '../account/exact-amounts.ts';
import { exactMoney } from '../account/exact-amounts.ts';
import type { MarketList } from '../instruments/market-list.ts';
import { stepsIn } from '../instruments/decimal-arithmetic.ts';
import type { WireOrder } from './order-schema.ts';
import { measuredOrder } from './venue-order.ts';

/** One trade of an order of ours, in the steps of its market. */
export interface OrderTrade {
  readonly tradeId: number;
  readonly price: Price;
  readonly quantity: Quantity;
  /** The same exactly, in the base asset's smallest units. */
  readonly base: Amount;
  readonly notional: Amount;
  readonly fee: Money;
  readonly liquidity: 'maker' | 'taker';
  /** ms UTC. */
  readonly time: number;
}

/** What somebody has told of an order. It was true when it was said, which may be a while ago. */
export interface OrderSighting {
  readonly order: VenueOrder;
  /** What was asked for, and what of it was traded, exactly: in the base asset's smallest units. */
  readonly quantity: Amount;
  readonly executed: Amount;
  /** Grows with every change of an order; null where only an event would tell it. */
  readonly executionId: number | null;
  /** Why it has ended, in the exchange's words, where it tells. */
  readonly reason: string | null;
  readonly trades: readonly OrderTrade[];
  /** ms UTC. */
  readonly time: number;
}

/** An order in an answer, undefined where it cannot be counted. `nowMs` is for answers that tell no time. */
export function sightingOf(
  wire: WireOrder,
  instrument: SpotInstrument,
  known: MarketList['asset'],
  nowMs: number,
): OrderSighting | undefined {
  const measured = measuredOrder(wire, instrument);
  if (measured === undefined) return undefined;
  const time = wire.transactTime ?? wire.updateTime ?? nowMs;
  const trades: OrderTrade[] = [];
  for (const fill of wire.fills ?? []) {
    const steps = tradeSteps(parseDecimal(fill.price), parseDecimal(fill.qty), instrument);
    if (steps === undefined) return undefined;
    trades.push({
      ...{ ...steps, tradeId: fill.tradeId, liquidity: 'taker', time },
      notional: notional(steps.price, steps.quantity, instrument),
      fee: exactMoney(fill.commissionAsset, fill.commission, known),
    });
  }
  return { ...measured, executionId: null, reason: wire.expiryReason ?? null, trades, time };
}

/** A trade in the exchange's list of ours; undefined where it cannot be counted. */
export function orderTradeOf(trade: AccountTrade, instrument: SpotInstrument): OrderTrade | undefined {
  const { tradeId, fee, liquidity, time } = trade;
  const steps = tradeSteps(trade.price, trade.quantity, instrument);
  if (steps === undefined) return undefined;
  return {
    ...{ ...steps, tradeId, fee, liquidity, time },
    notional: amountIn(formatDecimal(trade.notional.units, trade.notional.decimals), instrument.quote),
  };
}

/**
 * In whole steps of a market; a price between two, of an order from before its steps changed, is cut. Undefined for more
 * of them than can be counted exactly.
 */
export function tradeSteps(
  at: Decimal,
  traded: Decimal,
  { tick, lot, base }: SpotInstrument,
): Pick<OrderTrade, 'price' | 'quantity' | 'base'> | undefined {
  const ticks = Number(stepsIn(at, tick));
  const lots = Number(stepsIn(traded, lot));
  if (!Number.isSafeInteger(ticks) || !Number.isSafeInteger(lots)) return undefined;
  return {
    price: price(ticks),
    quantity: quantity(lots),
    base: amount(stepsIn(traded, { units: 1n, decimals: base.decimals })),
  };
}
