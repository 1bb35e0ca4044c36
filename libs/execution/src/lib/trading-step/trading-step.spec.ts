import type { PlaceIntent, RiskLimits } from '@org/domain';
import { amount, formatPrice, formatQuantity, price, quantity } from '@org/domain';
import {
  BTCUSDT,
  closedBar,
  fillOf,
  MINUTE_MS,
  OPEN_LIMITS,
  scriptedStrategy,
  Session,
} from '../../testing/desk-fixture.ts';

const buy: PlaceIntent = {
  kind: 'place',
  slot: 'main',
  symbol: 'BTCUSDT',
  side: 'buy',
  size: { by: 'quote', quote: 1_000 },
  pricing: { type: 'market' },
  reason: 'test',
};
const sell: PlaceIntent = { ...buy, side: 'sell', size: { by: 'position' } };
const STOPS: RiskLimits = { ...OPEN_LIMITS, stopLoss: 0.02, takeProfitRatio: 2 };

describe('a position from entry to exit', () => {
  const session = new Session(
    [scriptedStrategy((_facts, n) => (n === 0 ? [buy] : n === 1 ? [sell] : []))],
    STOPS,
  );

  it('sends the approved entry with a client order id made in the step', () => {
    expect(session.take(closedBar(0, 50_000))).toEqual([
      {
        kind: 'place',
        time: MINUTE_MS,
        strategyId: 'scripted',
        symbol: 'BTCUSDT',
        clientOrderId: 'os-1',
        purpose: 'entry',
        request: { type: 'marketQuote', side: 'buy', quoteAmount: amount(1_000n * 100_000_000n) },
        reason: 'test',
      },
    ]);
    expect(session.state.orders).toHaveLength(1);
  });

  it('covers the fill by a stop 2% below and a target 4% above as one pair', () => {
    session.take({ kind: 'orderAccepted', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId: 'os-1' });
    const commands = session.take(fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 }));
    expect(commands).toHaveLength(1);
    const [pair] = commands;
    if (pair?.kind !== 'placePair') throw new Error(`expected a pair, got ${pair?.kind}`);
    expect(formatPrice(pair.stop.request.stopPrice, BTCUSDT)).toBe('49000');
    expect(formatPrice(pair.target.request.price, BTCUSDT)).toBe('52000');
    expect(formatQuantity(pair.stop.request.quantity, BTCUSDT)).toBe('0.02');
    expect(session.state.orders.map((order) => order.purpose)).toEqual(['stop', 'target']);
  });

  it('cancels the pair before the exit, and sends the exit when the pair has ended', () => {
    for (const clientOrderId of ['os-2', 'os-3']) {
      session.take({ kind: 'orderAccepted', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId });
    }
    const cancels = session.take(closedBar(1, 51_000));
    expect(cancels).toMatchObject([{ kind: 'cancel', clientOrderId: 'os-2' }]);
    const first = session.take({
      kind: 'orderCancelled',
      time: 2 * MINUTE_MS,
      symbol: 'BTCUSDT',
      clientOrderId: 'os-2',
    });
    expect(first).toEqual([]);
    const second = session.take({
      kind: 'orderCancelled',
      time: 2 * MINUTE_MS,
      symbol: 'BTCUSDT',
      clientOrderId: 'os-3',
    });
    expect(second).toMatchObject([
      {
        kind: 'place',
        purpose: 'exit',
        request: { type: 'market', side: 'sell', quantity: quantity(2_000) },
      },
    ]);
  });

  it('ends flat, with the profit in cash to the last unit', () => {
    session.take(
      fillOf('os-4', { time: 2 * MINUTE_MS, tradeId: 2, price: 51_000, size: 0.02, feeAsset: 'USDT' }),
    );
    expect(session.state.orders).toEqual([]);
    expect(session.state.workers[0]?.cash).toBe(1_002_000_000_000n);
    expect(session.state.account.balances).toEqual([
      { asset: 'USDT', total: 1_002_000_000_000n },
      { asset: 'BTC', total: 0n },
    ]);
    expect(session.state.equity).toBe(10_020);
  });
});

describe('a stop that fills', () => {
  it('leaves nothing working when its target is cancelled', () => {
    const session = new Session([scriptedStrategy((_facts, n) => (n === 0 ? [buy] : []))], STOPS);
    session.take(
      closedBar(0, 50_000),
      fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 }),
    );
    session.take(
      fillOf('os-2', { time: MINUTE_MS, tradeId: 2, price: 49_000, size: 0.02, feeAsset: 'USDT' }),
    );
    session.take({ kind: 'orderCancelled', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId: 'os-3' });
    expect(session.state.orders).toEqual([]);
    expect(session.state.equity).toBe(9_980);
  });
});

describe('a fill told twice', () => {
  it('counts once, also after its order has ended', () => {
    const session = new Session([scriptedStrategy((_facts, n) => (n === 0 ? [buy] : []))]);
    const fill = fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 });
    session.take(closedBar(0, 50_000), fill);
    const after = session.state;
    expect(session.take(fill)).toEqual([]);
    expect(session.state.workers).toEqual(after.workers);
  });
});

describe('the kill switch', () => {
  it('cancels entries and leaves protection when it only stops entries', () => {
    const limit: PlaceIntent = { ...buy, slot: 'dip', pricing: { type: 'limit', price: 40_000 } };
    const session = new Session([scriptedStrategy((_facts, n) => (n === 0 ? [buy, limit] : [buy]))], STOPS);
    session.take(
      closedBar(0, 50_000),
      { kind: 'orderAccepted', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId: 'os-2' },
      fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 }),
    );
    const commands = session.take({ kind: 'killSwitch', time: MINUTE_MS, mode: 'noEntries', reason: 'test' });
    expect(commands.map((command) => command.kind)).toEqual(['alert', 'cancel']);
    expect(commands[1]).toMatchObject({ clientOrderId: 'os-2' });
    expect(session.take(closedBar(1, 50_000))).toMatchObject([{ kind: 'refused' }]);
  });

  it('cancels everything and sells when it flattens', () => {
    const session = new Session([scriptedStrategy((_facts, n) => (n === 0 ? [buy] : []))], STOPS);
    session.take(
      closedBar(0, 50_000),
      fillOf('os-1', { time: MINUTE_MS, tradeId: 1, price: 50_000, size: 0.02 }),
    );
    for (const clientOrderId of ['os-2', 'os-3']) {
      session.take({ kind: 'orderAccepted', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId });
    }
    session.take({ kind: 'killSwitch', time: MINUTE_MS, mode: 'flatten', reason: 'test' });
    session.take({ kind: 'orderCancelled', time: MINUTE_MS, symbol: 'BTCUSDT', clientOrderId: 'os-2' });
    const sold = session.take({
      kind: 'orderCancelled',
      time: MINUTE_MS,
      symbol: 'BTCUSDT',
      clientOrderId: 'os-3',
    });
    expect(sold).toMatchObject([
      { kind: 'place', request: { type: 'market', side: 'sell', quantity: quantity(2_000) } },
    ]);
  });
});

describe('a limit entry in flight', () => {
  it('is cancelled behind the answer of the exchange, never before', () => {
    const limit: PlaceIntent = { ...buy, pricing: { type: 'limit', price: 40_000 } };
    const session = new Session([
      scriptedStrategy((_facts, n) =>
        n === 0 ? [limit] : [{ kind: 'cancel', slot: 'main', reason: 'changed its mind' }],
      ),
    ]);
    session.take(closedBar(0, 50_000));
    expect(session.take(closedBar(1, 50_000))).toEqual([]);
    const answered = session.take({
      kind: 'orderAccepted',
      time: 2 * MINUTE_MS,
      symbol: 'BTCUSDT',
      clientOrderId: 'os-1',
    });
    expect(answered).toMatchObject([{ kind: 'cancel', clientOrderId: 'os-1' }]);
  });

  it('reserves its cost to the unit', () => {
    const limit: PlaceIntent = { ...buy, pricing: { type: 'limit', price: 40_000 } };
    const session = new Session([scriptedStrategy((_facts, n) => (n === 0 ? [limit] : []))]);
    session.take(closedBar(0, 50_000));
    const [order] = session.state.orders;
    expect(order?.request).toMatchObject({ price: price(4_000_000), quantity: quantity(2_500) });
    expect(order?.reserved).toBe(1_000n * 100_000_000n);
  });
});
