import type { ExchangeOrderType, OrderFeature, SelfTradePrevention } from '@org/simulator';
import type { Asked } from '../../testing/trading-desk.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

const ORDER = 'POST /api/v3/order';
const LIMIT: Asked = {
  symbol: 'BTCUSDT',
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '0.1',
  price: '39000',
};
const MARKET: Asked = { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET' };
const STOP: Asked = { symbol: 'BTCUSDT', side: 'SELL', type: 'STOP_LOSS', quantity: '0.1' };

/** A market for limit orders and stops that has nothing else. */
function bareDesk(): TradingDesk {
  const desk = new TradingDesk();
  desk.trade(4_000_000);
  const rules = desk.world.exchange.rules('BTCUSDT');
  if (rules === undefined) throw new Error('BTCUSDT is gone.');
  const orderTypes: readonly ExchangeOrderType[] = ['limit', 'market', 'stopLoss'];
  const features: readonly OrderFeature[] = [];
  const allowedSelfTradePrevention: readonly SelfTradePrevention[] = ['expireMaker'];
  desk.world.exchange.changeRules(
    { ...rules, orderTypes, features, allowedSelfTradePrevention },
    NEW_YEAR_MS,
  );
  return desk;
}

describe('an order that its market does not support', () => {
  it.each([
    ['LIMIT_MAKER', { ...LIMIT, type: 'LIMIT_MAKER', timeInForce: undefined }, 'Limit maker'],
    ['TAKE_PROFIT', { ...STOP, type: 'TAKE_PROFIT', stopPrice: '41000' }, 'Take profit'],
    [
      'STOP_LOSS_LIMIT',
      { ...LIMIT, side: 'SELL', type: 'STOP_LOSS_LIMIT', stopPrice: '39500' },
      'Stop loss limit',
    ],
  ])('POST /api/v3/order of type %s is refused', (_type, asked, words) => {
    expect(bareDesk().ask(ORDER, asked)).toEqual({
      status: 400,
      body: { code: -1013, msg: `${words} orders are not supported for this symbol.` },
    });
  });

  it.each([
    [{ ...LIMIT, icebergQty: '0.01' }, 'Iceberg orders are not supported for this symbol.'],
    [{ ...MARKET, quoteOrderQty: '100' }, 'Quote order qty market orders are not support for this symbol.'],
    [{ ...STOP, trailingDelta: 100 }, 'Trailing stop orders are not supported for this symbol.'],
    [
      { ...LIMIT, selfTradePreventionMode: 'DECREMENT' },
      'This symbol does not allow the specified self-trade prevention mode.',
    ],
  ])('POST /api/v3/order with %j is refused', (asked, msg) => {
    expect(bareDesk().ask(ORDER, asked)).toEqual({ status: 400, body: { code: -1013, msg } });
  });

  it('is refused by POST /api/v3/order/cancelReplace and PUT /api/v3/order/amend/keepPriority', () => {
    const desk = bareDesk();
    desk.ask(ORDER, { ...LIMIT, newClientOrderId: 'mine' });
    const replace = { ...LIMIT, cancelReplaceMode: 'ALLOW_FAILURE', cancelOrigClientOrderId: 'mine' };
    expect(desk.ask('POST /api/v3/order/cancelReplace', replace).body).toEqual({
      code: -1013,
      msg: 'Order cancel-replace is not supported for this symbol.',
    });
    const amend = { symbol: 'BTCUSDT', origClientOrderId: 'mine', newQty: '0.05' };
    expect(desk.ask('PUT /api/v3/order/amend/keepPriority', amend).body).toEqual({
      code: -1013,
      msg: 'Order amend is not supported for this symbol.',
    });
    expect(desk.ask('GET /api/v3/openOrders').body).toMatchObject([{ clientOrderId: 'mine' }]);
  });

  it('is an iceberg that does not stay', () => {
    const desk = new TradingDesk();
    desk.trade(4_000_000);
    expect(desk.ask(ORDER, { ...LIMIT, timeInForce: 'IOC', icebergQty: '0.01' }).body).toEqual({
      code: -2010,
      msg: 'Unsupported order combination',
    });
  });

  it('is one at market price where nobody is', () => {
    const desk = new TradingDesk();
    desk.trade(4_000_000);
    expect(desk.ask(ORDER, { ...MARKET, quoteOrderQty: '100' }).body).toEqual({
      code: -2010,
      msg: 'Order book liquidity is less than LOT_SIZE filter minimum quantity.',
    });
  });
});
