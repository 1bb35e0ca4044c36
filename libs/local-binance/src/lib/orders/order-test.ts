import type { Side } from '@org/domain';
import type { CommissionRates, ExchangeAccount, PlaceRequest } from '@org/simulator';
import { discountShape } from '../accounts/commission-shape.ts';
import { answer, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { Answer, Weight } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { refusalError } from '../errors/refusals.ts';
import { defaulted } from '../parameters/parameter.ts';
import { yesOrNo } from '../parameters/words.ts';
import { rateSumText } from '../wire/rate-text.ts';
import { NEW_ORDER, placeRequest, refusedOrder } from './new-order.ts';
import type { Trader } from './trader.ts';

export const COMPUTE_RATES = { computeCommissionRates: defaulted(yesOrNo, false) };

interface RatesWanted {
  readonly computeCommissionRates: boolean;
}

export function weighTest({ computeCommissionRates }: RatesWanted): Weight {
  return { weight: computeCommissionRates ? 20 : 1, isFreeOnSuccess: false };
}

export const testOrder = defineSigned({
  rest: { method: 'POST', path: '/api/v3/order/test' },
  socketMethod: 'order.test',
  security: 'trade',
  parameters: { ...NEW_ORDER, ...COMPUTE_RATES },
  weigh: weighTest,
  ordersPlaced: NO_ORDERS,
  handle: (call) => {
    const request = placeRequest(call.parameters, call);
    return isBinanceError(request) ? request : tested(call, request, call.parameters);
  },
});

/** What would become of an order, and if it is asked for, what its trades would cost. */
export function tested(
  { world, account }: Trader,
  request: PlaceRequest,
  { computeCommissionRates }: RatesWanted,
): Answer | BinanceError {
  const outcome = world.exchange.test(request, world.marketTime.now());
  if (outcome.kind === 'refused') return refusalError(outcome.refusal, refusedOrder(request));
  return answer(computeCommissionRates ? ratesForOrder(account, request.side) : {});
}

function ratesForOrder(account: ExchangeAccount, side: Side) {
  return {
    standardCommissionForOrder: ratesOf(account.standardCommission, side),
    specialCommissionForOrder: ratesOf(account.specialCommission, side),
    taxCommissionForOrder: ratesOf(account.taxCommission, side),
    discount: discountShape(account),
  };
}

function ratesOf(rates: CommissionRates, side: Side) {
  const ofSide = side === 'buy' ? rates.buyer : rates.seller;
  return { maker: rateSumText(rates.maker, ofSide), taker: rateSumText(rates.taker, ofSide) };
}
