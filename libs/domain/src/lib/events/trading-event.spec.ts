import fc from 'fast-check';
import { quantity } from '../money/ticks-and-lots.ts';
import type { TradingEvent } from './trading-event.ts';
import { compareEvents } from './trading-event.ts';

function closed(time: number, symbol: string): TradingEvent {
  const candle = { openTime: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
  return { kind: 'candleClosed', time, symbol, interval: '1m', candle, values: [] };
}

function cancelled(time: number, symbol: string, clientOrderId = 'os1-1'): TradingEvent {
  return { kind: 'orderCancelled', time, symbol, clientOrderId };
}

const killSwitch = (time: number): TradingEvent => ({
  kind: 'killSwitch',
  time,
  mode: 'noEntries',
  reason: 'x',
});
const connectionLost = (time: number): TradingEvent => ({ kind: 'connectionLost', time, stream: 'trades' });
const traded = (time: number, symbol: string): TradingEvent => ({
  kind: 'traded',
  time,
  symbol,
  tradeId: 1,
  price: 1,
  quantity: 1,
  aggressor: 'buy',
});
const foreignOrder = (time: number, symbol: string): TradingEvent => ({
  kind: 'foreignOrder',
  time,
  symbol,
  clientOrderId: 'other',
  side: 'buy',
  quantity: quantity(1),
});

const events: fc.Arbitrary<TradingEvent> = fc
  .tuple(
    fc.constantFrom(closed, cancelled, traded, foreignOrder, killSwitch, connectionLost),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('BTCUSDT', 'ETHUSDT', 'XRPUSDT'),
  )
  .map(([make, time, symbol]) => make(time, symbol));

describe('the order of events', () => {
  it('is by time first', () => {
    expect(compareEvents(killSwitch(1), connectionLost(2))).toBeLessThan(0);
    expect(compareEvents(connectionLost(2), killSwitch(1))).toBeGreaterThan(0);
  });

  it('at one time is: what the exchange says, orders, the market, people', () => {
    const shuffled = [killSwitch(1), closed(1, 'A'), traded(1, 'B'), cancelled(1, 'C'), connectionLost(1)];
    expect(shuffled.sort(compareEvents).map(({ kind }) => kind)).toEqual([
      'connectionLost',
      'orderCancelled',
      'traded',
      'candleClosed',
      'killSwitch',
    ]);
  });

  it('of one kind is by symbol', () => {
    expect(compareEvents(closed(1, 'BTCUSDT'), closed(1, 'ETHUSDT'))).toBeLessThan(0);
    expect(compareEvents(closed(1, 'ETHUSDT'), closed(1, 'BTCUSDT'))).toBeGreaterThan(0);
  });

  it('leaves equals in the sequence in which they came', () => {
    expect(compareEvents(cancelled(1, 'A', 'os1-1'), cancelled(1, 'A', 'os1-2'))).toBe(0);
    expect(compareEvents(killSwitch(1), killSwitch(1))).toBe(0);
  });

  it('is one order: whatever came in, sorting gives the same keys', () => {
    const key = (event: TradingEvent) =>
      `${event.time} ${event.kind} ${'symbol' in event ? event.symbol : ''}`;
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (list) => {
        const sorted = [...list].sort(compareEvents).map(key);
        expect([...list].reverse().sort(compareEvents).map(key)).toEqual(sorted);
      }),
    );
  });

  it('is antisymmetric', () => {
    fc.assert(
      fc.property(events, events, (a, b) => {
        expect(Math.sign(compareEvents(a, b)) + Math.sign(compareEvents(b, a))).toBe(0);
      }),
    );
  });
});
