import type {
  ListedOrder,
  ListPlaced,
  ListRequest,
  OrderFeature,
  PaidOrder,
  SelfTradePrevention,
  SymbolGrid,
} from '@org/simulator';
import { answer } from '../endpoints/answers.ts';
import type { Answer, Caller } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { RefusedRequest } from '../errors/refusals.ts';
import { refusalError } from '../errors/refusals.ts';
import { newClientOrderId } from '../orders/client-order-id.ts';
import { countingOrders } from '../orders/count-orders.ts';
import { ackShape, fullShape, resultShape } from '../orders/order-shape.ts';
import type { ResponseType } from '../orders/placed-order.ts';
import { decimalsOf, gridOf, told } from '../orders/told-order.ts';
import { newest } from '../records/accounts/page.ts';
import type { World } from '../world/world.ts';
import { listShape } from './list-shape.ts';
import type { ListParameters } from './list-terms.ts';

interface ListCall extends Caller {
  readonly world: World;
  readonly parameters: ListParameters;
}

/** What is common to all orders of a list. */
interface ListBasics {
  readonly accountId: string;
  readonly symbol: string;
  readonly listClientOrderId: string;
  readonly selfTradePrevention: SelfTradePrevention | null;
}

/** Places a list of so many orders, which `request` makes of the parameters. */
export function placeList(
  call: ListCall,
  orders: number,
  request: (basics: ListBasics, grid: SymbolGrid) => ListRequest | BinanceError,
): Answer | BinanceError {
  const { world, parameters, account } = call;
  const { symbol, listClientOrderId, selfTradePreventionMode, newOrderRespType } = parameters;
  const grid = gridOf(world, symbol);
  if (isBinanceError(grid)) return grid;
  const basics = {
    accountId: account.accountId,
    symbol,
    listClientOrderId: listClientOrderId ?? newClientOrderId(),
    selfTradePrevention: selfTradePreventionMode,
  };
  const list = request(basics, grid);
  if (isBinanceError(list)) return list;
  return countingOrders(call, orders, () => {
    const outcome = world.exchange.placeList(list, world.marketTime.now());
    return outcome.kind === 'refused'
      ? refusalError(outcome.refusal, refusedList(world, list))
      : answer(placedListShape(world, outcome, newOrderRespType));
  });
}

function placedListShape(world: World, { list, orders }: ListPlaced, length: ResponseType) {
  const reports = orders.map((order) => {
    const toldOrder = told(world, order);
    if (length === 'ACK') return ackShape(toldOrder);
    if (length === 'RESULT') return resultShape(toldOrder);
    const fills = world.records.accounts.fills(order, newest(1000), order.orderId);
    return fullShape(
      toldOrder,
      fills.map(({ fill }) => fill),
      decimalsOf(world),
    );
  });
  return { ...listShape(list), orderReports: reports };
}

const LIST_FEATURES: Readonly<Record<ListRequest['kind'], OrderFeature>> = {
  oco: 'oneCancelsOther',
  oto: 'oneTriggersOther',
  otoco: 'oneTriggersOther',
  opo: 'onePaysOther',
  opoco: 'onePaysOther',
};

/** Which of what a list asks for its market does not allow. */
function refusedList({ exchange }: World, list: ListRequest): RefusedRequest {
  const rules = exchange.rules(list.symbol);
  const legs = legsOf(list);
  const type = legs.find((leg) => rules?.orderTypes.includes(leg.type) === false)?.type;
  const trails = legs.some((leg) => leg.trailingDeltaBips !== null);
  const features: readonly OrderFeature[] = [
    LIST_FEATURES[list.kind],
    ...(trails ? (['trailingStop'] as const) : []),
  ];
  const feature = features.find((wanted) => rules?.features.includes(wanted) === false);
  return { code: -2010, ...(type === undefined ? {} : { type }), feature: feature ?? 'iceberg' };
}

function legsOf(list: ListRequest): readonly (ListedOrder | PaidOrder)[] {
  switch (list.kind) {
    case 'oco':
      return [list.above, list.below];
    case 'oto':
    case 'opo':
      return [list.working, list.pending];
    case 'otoco':
    case 'opoco':
      return [list.working, list.above, list.below];
  }
}
