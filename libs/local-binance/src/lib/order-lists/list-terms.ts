import type { Decimal, Side } from '@org/domain';
import type { ListedOrder, PaidOrder, SymbolGrid } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { clientOrderId } from '../orders/client-order-id.ts';
import { responseType } from '../orders/new-order.ts';
import { selfTradePrevention, side } from '../orders/order-words.ts';
import type { OrderTerms, TermName } from '../orders/order-terms.ts';
import { listedOrder, paidOrder, TERMS } from '../orders/order-terms.ts';
import { decimal } from '../parameters/decimals.ts';
import type { Parameters } from '../parameters/parameter.ts';
import { defaulted, optional, required } from '../parameters/parameter.ts';
import { behind, prefixed, prefixedName } from '../parameters/prefixed.ts';
import { symbolName } from '../parameters/symbols.ts';

/** What every list says of itself. */
export const LIST = {
  symbol: required(symbolName),
  listClientOrderId: optional(clientOrderId),
  newOrderRespType: defaulted(responseType, 'RESULT'),
  selfTradePreventionMode: optional(selfTradePrevention),
};

export type ListParameters = Parameters<typeof LIST>;

/** What an order in a list says of itself. */
const LEG = { ...TERMS, clientOrderId: optional(clientOrderId) };
const SIDED_LEG = { ...LEG, side: required(side) };
const SIZED_LEG = { ...SIDED_LEG, quantity: required(decimal) };

export const ABOVE = prefixed('above', LEG);
export const BELOW = prefixed('below', LEG);
export const WORKING = prefixed('working', SIZED_LEG);
export const PENDING = prefixed('pending', SIZED_LEG);
export const PAID_PENDING = prefixed('pending', SIDED_LEG);
export const PENDING_ABOVE = prefixed('pendingAbove', LEG);
export const PENDING_BELOW = prefixed('pendingBelow', LEG);

/** What the orders of a pair share, and the name of their quantity on the wire. */
export interface PairTerms {
  readonly side: Side;
  readonly quantity: Decimal;
  readonly quantityName: string;
}

/** An order of its own side and size, from the parameters behind its prefix. */
export function sizedOrder(
  prefix: 'working' | 'pending',
  parameters: object,
  grid: SymbolGrid,
): ListedOrder | BinanceError {
  const terms = { ...behind(prefix, SIZED_LEG, parameters), quoteOrderQty: null };
  const nameOf = namesBehind(prefix);
  return icebergError(terms, nameOf) ?? listedOrder(terms, nameOf, grid);
}

/** An order of a pair. */
export function pairedOrder(
  prefix: string,
  parameters: object,
  { side, quantity, quantityName }: PairTerms,
  grid: SymbolGrid,
): ListedOrder | BinanceError {
  const terms = { ...behind(prefix, LEG, parameters), side, quantity, quoteOrderQty: null };
  const nameOf: TermName = (term) => (term === 'quantity' ? quantityName : prefixedName(prefix, term));
  return icebergError(terms, nameOf) ?? listedOrder(terms, nameOf, grid);
}

/** An order that sells what another buys. */
export function unsizedOrder(
  prefix: string,
  parameters: object,
  side: Side,
  grid: SymbolGrid,
): PaidOrder | BinanceError {
  const terms = { ...behind(prefix, LEG, parameters), side, quantity: null, quoteOrderQty: null };
  const nameOf = namesBehind(prefix);
  return icebergError(terms, nameOf) ?? paidOrder(terms, nameOf, grid);
}

function namesBehind(prefix: string): TermName {
  return (term) => prefixedName(prefix, term);
}

function icebergError({ icebergQty, timeInForce, type }: OrderTerms, nameOf: TermName): BinanceError | null {
  if (icebergQty === null || type === 'limitMaker' || timeInForce === 'gtc') return null;
  return binanceError(
    -1160,
    `Parameter '${nameOf('icebergQty')}' is not supported if '${nameOf('timeInForce')}' is not GTC.`,
  );
}
