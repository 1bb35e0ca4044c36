import type { Asset, OrderFilled, OrderPurpose, OrderRequest, Side, SpotInstrument } from '@org/domain';
import { amountValue, priceValue, quantityValue } from '@org/domain';

/** What made an order trade: protection by its purpose, anything else by its type. */
export type FillKind = 'market' | 'limit' | 'stop' | 'target';

/**
 * One trade of ours as a reader sees it: `time` in ms UTC, `price` in quote per base, `quantity` in base before any
 * fee, `fee` in `feeAsset`. Every number is the double nearest to the exact decimal.
 */
export interface Fill {
  readonly time: number;
  readonly orderId: string;
  readonly symbol: string;
  readonly strategyId: string;
  readonly side: Side;
  readonly kind: FillKind;
  readonly price: number;
  readonly quantity: number;
  readonly fee: number;
  readonly feeAsset: string;
  readonly reason: string;
}

/** What a fill says of the order that it belongs to. */
export interface FilledOrder {
  readonly strategyId: string;
  readonly purpose: OrderPurpose;
  readonly request: OrderRequest;
  readonly reason: string;
}

/** The exchange keeps eight decimals of every asset that it takes fees in beside those of the market. */
const FEE_ASSET_DECIMALS = 8;

/** Puts a report of the exchange and the order that it is about into a reader's words; a note joins the reason. */
export function describeFill(filled: OrderFilled, order: FilledOrder, instrument: SpotInstrument): Fill {
  return {
    time: filled.time,
    orderId: filled.clientOrderId,
    symbol: filled.symbol,
    strategyId: order.strategyId,
    side: order.request.side,
    kind: fillKind(order),
    price: priceValue(filled.price, instrument),
    quantity: quantityValue(filled.quantity, instrument),
    fee: amountValue(filled.fee, feeAsset(filled.feeAsset, instrument)),
    feeAsset: filled.feeAsset,
    reason:
      filled.note === null ? reasonOf(order, instrument) : `${reasonOf(order, instrument)} (${filled.note})`,
  };
}

/** Protection tells the level that it stood at, which the price of the fill need not be. */
function reasonOf({ purpose, request, reason }: FilledOrder, instrument: SpotInstrument): string {
  if (purpose !== 'stop' && purpose !== 'target') return reason;
  if (request.type === 'stop') return `${reason}: stop at ${priceValue(request.stopPrice, instrument)}`;
  return request.type === 'limit' ? `${reason}: target at ${priceValue(request.price, instrument)}` : reason;
}

function fillKind({ purpose, request }: FilledOrder): FillKind {
  if (purpose === 'stop' || purpose === 'target') return purpose;
  return request.type === 'limit' ? 'limit' : 'market';
}

function feeAsset(code: string, { base, quote }: SpotInstrument): Asset {
  if (code === base.code) return base;
  return code === quote.code ? quote : { code, decimals: FEE_ASSET_DECIMALS };
}
