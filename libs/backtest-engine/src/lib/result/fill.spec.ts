import type { OrderFilled, OrderRequest } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import { BITCOIN } from '../../../test/sample-backtest.ts';
import type { FilledOrder } from './fill.ts';
import { describeFill } from './fill.ts';

const filled: OrderFilled = {
  kind: 'orderFilled',
  time: 1_700_000_000_000,
  symbol: 'BTCUSDT',
  clientOrderId: 'os1-7',
  tradeId: 1,
  price: price(4_200_001),
  quantity: quantity(12_345),
  notional: amount(518_490_123_450n),
  fee: amount(12_345n),
  feeAsset: 'BTC',
  liquidity: 'taker',
  complete: true,
  note: null,
};

const order = (request: OrderRequest, purpose: FilledOrder['purpose'] = 'entry'): FilledOrder => ({
  strategyId: 'sma-cross',
  purpose,
  request,
  reason: 'fast above slow',
});

const market: OrderRequest = { type: 'market', side: 'buy', quantity: quantity(12_345) };
const limit: OrderRequest = {
  type: 'limit',
  side: 'sell',
  quantity: quantity(1),
  price: price(1),
  postOnly: false,
};
const stop: OrderRequest = { type: 'stop', side: 'sell', quantity: quantity(1), stopPrice: price(1) };

describe('a fill in a reader’s words', () => {
  it('has plain decimals: 4200001 ticks of 0.01, 12345 lots of 0.00001, 12345 units of 0.00000001', () => {
    expect(describeFill(filled, order(market), BITCOIN)).toEqual({
      time: 1_700_000_000_000,
      orderId: 'os1-7',
      symbol: 'BTCUSDT',
      strategyId: 'sma-cross',
      side: 'buy',
      kind: 'market',
      price: 42_000.01,
      quantity: 0.12345,
      fee: 0.00012345,
      feeAsset: 'BTC',
      reason: 'fast above slow',
    });
  });

  it('says what made the order trade', () => {
    const kindOf = (filledOrder: FilledOrder) => describeFill(filled, filledOrder, BITCOIN).kind;
    expect(kindOf(order({ type: 'marketQuote', side: 'buy', quoteAmount: amount(1n) }))).toBe('market');
    expect(kindOf(order(limit, 'exit'))).toBe('limit');
    expect(kindOf(order(limit, 'target'))).toBe('target');
    expect(kindOf(order(stop, 'stop'))).toBe('stop');
    expect(kindOf(order(market, 'stop'))).toBe('stop');
  });

  it('tells the level of a stop or target that protected the position', () => {
    const reasonOf = (filledOrder: FilledOrder) => describeFill(filled, filledOrder, BITCOIN).reason;
    expect(reasonOf(order(stop, 'stop'))).toBe('fast above slow: stop at 0.01');
    expect(reasonOf(order(limit, 'target'))).toBe('fast above slow: target at 0.01');
    expect(reasonOf(order(limit, 'exit'))).toBe('fast above slow');
  });

  it('takes a note into the reason', () => {
    const reduced = describeFill({ ...filled, note: 'reduced to the balance' }, order(market), BITCOIN);
    expect(reduced.reason).toBe('fast above slow (reduced to the balance)');
  });

  it('knows the decimals of every asset that fees are paid in', () => {
    const feeIn = (feeAsset: string) => describeFill({ ...filled, feeAsset }, order(market), BITCOIN).fee;
    expect(feeIn('USDT')).toBe(0.00012345);
    expect(feeIn('BNB')).toBe(0.00012345);
  });
});
