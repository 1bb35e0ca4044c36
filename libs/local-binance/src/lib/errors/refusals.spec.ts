import type { ExchangeRefusal } from '@org/simulator';
import { AMENDING, CANCELLING, PLACING, refusalError } from './refusals.ts';

type Reason = Exclude<ExchangeRefusal['reason'], 'filter'>;

describe('a refusal to place', () => {
  it.each<[Reason, number, string]>([
    ['unknownSymbol', -1121, 'Invalid symbol.'],
    ['precision', -1111, 'Precision is over the maximum defined for this asset.'],
    ['marketClosed', -1013, 'Market is closed.'],
    ['mayNotTrade', -2010, 'This account may not place or cancel orders.'],
    ['insufficientBalance', -2010, 'Account has insufficient balance for requested action.'],
    ['duplicateOrder', -2010, 'Duplicate order sent.'],
    ['duplicateList', -2010, 'Duplicate order sent.'],
    ['wouldTake', -2010, 'Order would immediately match and take.'],
    ['wouldTrigger', -2010, 'Order would trigger immediately.'],
    ['noLiquidity', -2010, 'Order book liquidity is less than LOT_SIZE filter minimum quantity.'],
    ['worthNothing', -2010, 'Price * QTY is zero or less.'],
    ['icebergNotAllowed', -1013, 'Iceberg orders are not supported for this symbol.'],
    [
      'selfTradePreventionNotAllowed',
      -1013,
      'This symbol does not allow the specified self-trade prevention mode.',
    ],
    ['unsupportedCombination', -2010, 'Unsupported order combination'],
    ['pricesUnrelated', -2010, 'The relationship of the prices for the orders is not correct.'],
  ])('for the reason %s is %i', (reason, code, msg) => {
    expect(refusalError({ reason }, PLACING)).toEqual({ kind: 'error', status: 400, code, msg });
  });

  it.each([
    ['limit', 'Limit orders are not supported for this symbol.'],
    ['limitMaker', 'Limit maker orders are not supported for this symbol.'],
    ['market', 'Market orders are not supported for this symbol.'],
    ['stopLoss', 'Stop loss orders are not supported for this symbol.'],
    ['stopLossLimit', 'Stop loss limit orders are not supported for this symbol.'],
    ['takeProfit', 'Take profit orders are not supported for this symbol.'],
    ['takeProfitLimit', 'Take profit limit orders are not supported for this symbol.'],
  ] as const)('of the type %s names it', (type, msg) => {
    expect(refusalError({ reason: 'typeNotAllowed' }, { ...PLACING, type })).toMatchObject({
      code: -1013,
      msg,
    });
  });

  it.each([
    ['iceberg', 'Iceberg orders are not supported for this symbol.'],
    ['oneCancelsOther', 'OCO orders are not supported for this symbol'],
    ['oneTriggersOther', 'OTO orders are not supported for this symbol.'],
    ['onePaysOther', 'OPO orders are not supported for this symbol.'],
    ['quoteQuantity', 'Quote order qty market orders are not support for this symbol.'],
    ['trailingStop', 'Trailing stop orders are not supported for this symbol.'],
    ['cancelReplace', 'Order cancel-replace is not supported for this symbol.'],
  ] as const)('for want of %s names it', (feature, msg) => {
    expect(refusalError({ reason: 'featureNotAllowed' }, { ...PLACING, feature })).toMatchObject({
      code: -1013,
      msg,
    });
  });

  it.each([
    ['price', 'PRICE_FILTER'],
    ['percentPriceBySide', 'PERCENT_PRICE_BY_SIDE'],
    ['maxOrders', 'MAX_NUM_ORDERS'],
    ['exchangeMaxOrders', 'EXCHANGE_MAX_NUM_ORDERS'],
    ['trailingDelta', 'TRAILING_DELTA'],
  ] as const)('by the filter %s is called %s', (filter, word) => {
    expect(refusalError({ reason: 'filter', filter }, PLACING)).toMatchObject({
      code: -1013,
      msg: `Filter failure: ${word}`,
    });
  });
});

describe('a refusal to cancel', () => {
  it.each<[Reason, string]>([
    ['unknownOrder', 'Unknown order sent.'],
    ['namesDiffer', 'Unknown order sent.'],
    ['orderNotOpen', 'Unknown order sent.'],
    ['unknownList', 'Unknown order list sent.'],
    ['cancelRestricted', 'Order was not canceled due to cancel restrictions.'],
  ])('for the reason %s', (reason, msg) => {
    expect(refusalError({ reason }, CANCELLING)).toMatchObject({ status: 400, code: -2011, msg });
  });
});

describe('a refusal to amend', () => {
  it.each<[ExchangeRefusal, number, string]>([
    [{ reason: 'unknownOrder' }, -2038, 'Unknown order sent.'],
    [{ reason: 'quantityNotReduced' }, -2038, 'Order amend (quantity increase) is not supported.'],
    [{ reason: 'featureNotAllowed' }, -1013, 'Order amend is not supported for this symbol.'],
    [{ reason: 'filter', filter: 'maxOrderAmends' }, -2038, 'Filter failure: MAX_NUM_ORDER_AMENDS'],
    [{ reason: 'filter', filter: 'notional' }, -1013, 'Filter failure: NOTIONAL'],
  ])('%j is %i', (refusal, code, msg) => {
    expect(refusalError(refusal, AMENDING)).toMatchObject({ status: 400, code, msg });
  });
});
