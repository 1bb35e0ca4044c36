import type { Amended, AmendRequest, SymbolGrid } from '@org/simulator';
import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { AMENDING, refusalError } from '../errors/refusals.ts';
import { listedOrders, listShape } from '../order-lists/list-shape.ts';
import { decimal } from '../parameters/decimals.ts';
import { wholeNumber } from '../parameters/integers.ts';
import { optional, required } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { newest } from '../records/accounts/page.ts';
import { fixedText, quantityText } from '../wire/decimal-text.ts';
import type { World } from '../world/world.ts';
import { clientOrderId, newClientOrderId } from './client-order-id.ts';
import { amendedShape } from './order-shape.ts';
import { neither } from './order-terms.ts';
import { gridOf, told } from './told-order.ts';

/** Makes an order smaller where it stands: it keeps its id and its place in the queue. */
export const amendOrder = defineSigned({
  rest: { method: 'PUT', path: '/api/v3/order/amend/keepPriority' },
  socketMethod: 'order.amend.keepPriority',
  security: 'trade',
  parameters: {
    symbol: required(symbolName),
    orderId: optional(wholeNumber),
    origClientOrderId: optional(clientOrderId),
    newClientOrderId: optional(clientOrderId),
    newQty: required(decimal),
  },
  weigh: costs(4),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account }) => {
    const { symbol, orderId, origClientOrderId, newQty } = parameters;
    const grid = gridOf(world, symbol);
    if (isBinanceError(grid)) return grid;
    if (orderId === null && origClientOrderId === null) return neither('origClientOrderId', 'orderId');
    if (newQty.decimals > grid.base.decimals) {
      return binanceError(-1111, "Parameter 'newQty' has too much precision.");
    }
    const request: AmendRequest = {
      accountId: account.accountId,
      symbol,
      orderId,
      clientOrderId: origClientOrderId,
      newQuantity: newQty,
      newClientOrderId: parameters.newClientOrderId ?? newClientOrderId(),
    };
    const outcome = world.exchange.amend(request, world.marketTime.now());
    if (outcome.kind === 'amended') {
      // An amendment that leaves an order nothing to do costs as little as a cancel.
      return { ...answer(amendmentShape(world, outcome)), isFree: outcome.order.status === 'expired' };
    }
    return changesNothing(world, request, grid)
      ? binanceError(-2038, 'The requested action would change no state; rejecting')
      : refusalError(outcome.refusal, AMENDING);
  },
});

/** Whether an order has just the quantity that is asked for. */
function changesNothing({ exchange }: World, request: AmendRequest, grid: SymbolGrid): boolean {
  const order = exchange.order(request);
  const { units, decimals } = request.newQuantity;
  const asked = fixedText(units * 10n ** BigInt(grid.base.decimals - decimals), grid.base.decimals);
  return order !== undefined && quantityText(order.quantity, grid) === asked;
}

function amendmentShape(world: World, { order, list, previousClientOrderId }: Amended) {
  const [amendment] = world.records.accounts.amendments(order, newest(1), order.orderId);
  return {
    transactTime: order.updatedAt,
    executionId: amendment?.executionId,
    amendedOrder: amendedShape(told(world, order), previousClientOrderId),
    ...(list === null ? {} : { listStatus: amendedListShape(list) }),
  };
}

function amendedListShape(list: NonNullable<Amended['list']>) {
  const { orderListId, contingencyType, listOrderStatus, listClientOrderId, symbol } = listShape(list);
  const orders = listedOrders(list);
  return { orderListId, contingencyType, listOrderStatus, listClientOrderId, symbol, orders };
}
