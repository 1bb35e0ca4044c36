import { amount } from '@org/domain';
import { fields } from '../../testing/fields.ts';
import { TradingDesk } from '../../testing/trading-desk.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { eventStreamTerminated } from './user-data-event.ts';

const ORDER = 'POST /api/v3/order';
const BTC = { symbol: 'BTCUSDT', newClientOrderId: 'mine' };
const LIMIT = { ...BTC, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '0.1', price: '39000' };

/** BTCUSDT was last traded at 40,000.00, with half a BTC each asked at 40,010 and 40,020. */
function openDesk(options = {}): TradingDesk {
  const desk = new TradingDesk(options);
  desk.trade(4_000_000);
  desk.rest('sell', 4_001_000, 50_000);
  desk.rest('sell', 4_002_000, 50_000);
  return desk;
}

/** What kind of events they are, and of reports what has happened and how the order stands. */
function course(events: readonly object[]): readonly string[] {
  const [kinds, executions, standings] = ['e', 'x', 'X'].map((name) => fields(events, name));
  return events.map((_event, index) => {
    const [kind, execution, standing] = [kinds, executions, standings].map((of) => String(of?.[index]));
    return kind === 'executionReport' ? `${execution} ${standing}` : String(kind);
  });
}

describe('an account that takes', () => {
  it('hears NEW, a TRADE for each fill, EXPIRED for the rest, and then of its balances once', () => {
    const desk = openDesk();
    desk.ask(ORDER, { ...BTC, side: 'BUY', type: 'MARKET', quantity: '2' });
    const told = desk.heard('alice');
    expect(course(told)).toEqual([
      'NEW NEW',
      'TRADE PARTIALLY_FILLED',
      'TRADE PARTIALLY_FILLED',
      'EXPIRED EXPIRED',
      'outboundAccountPosition',
    ]);
    expect(fields(told, 'z').slice(0, 4)).toEqual(['0.00000000', '0.50000000', '1.00000000', '1.00000000']);
    expect(fields(told, 't').slice(0, 4)).toEqual([-1, 2, 3, -1]);
    expect(told[3]).toMatchObject({ eR: 'INSUFFICIENT_LIQUIDITY', l: '0.00000000', n: '0', N: null });
    // 0.5 BTC at 40,010 and 0.5 at 40,020; a thousandth of what is received is the fee.
    expect(told[4]).toEqual({
      e: 'outboundAccountPosition',
      E: NEW_YEAR_MS,
      u: NEW_YEAR_MS,
      B: expect.arrayContaining([
        { a: 'BTC', f: '10.99900000', l: '0.00000000' },
        { a: 'USDT', f: '959985.00000000', l: '0.00000000' },
      ]),
    });
  });

  it('hears of each execution under a number that only grows', () => {
    const desk = openDesk();
    for (let count = 0; count < 3; count += 1) {
      desk.ask(ORDER, { ...BTC, side: 'BUY', type: 'MARKET', quantity: '0.1' });
    }
    const numbers = fields(desk.heard('alice'), 'I').filter((number) => number !== undefined);
    expect(numbers).toHaveLength(6);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => Number(a) - Number(b)));
  });
});

describe('an execution report', () => {
  it('of a new order has all its keys', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    expect(desk.heard('alice')[0]).toEqual({
      e: 'executionReport',
      E: NEW_YEAR_MS,
      s: 'BTCUSDT',
      c: 'mine',
      S: 'BUY',
      o: 'LIMIT',
      f: 'GTC',
      q: '0.10000000',
      p: '39000.00000000',
      P: '0.00000000',
      F: '0.00000000',
      g: -1,
      C: '',
      x: 'NEW',
      X: 'NEW',
      r: 'NONE',
      i: 5,
      l: '0.00000000',
      z: '0.00000000',
      L: '0.00000000',
      n: '0',
      N: null,
      T: NEW_YEAR_MS,
      t: -1,
      I: 1,
      w: true,
      m: false,
      M: false,
      O: NEW_YEAR_MS,
      Z: '0.00000000',
      Y: '0.00000000',
      Q: '0.00000000',
      W: NEW_YEAR_MS,
      V: 'EXPIRE_MAKER',
    });
  });

  it('of a trade tells what was traded and what it cost', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    desk.heard('alice');
    desk.pass(1000);
    desk.rest('sell', 3_900_000, 2000);
    const [trade, balances, ...more] = desk.heard('alice');
    expect(trade).toMatchObject({
      E: NEW_YEAR_MS + 1000,
      T: NEW_YEAR_MS + 1000,
      O: NEW_YEAR_MS,
      W: NEW_YEAR_MS,
      x: 'TRADE',
      X: 'PARTIALLY_FILLED',
      l: '0.02000000',
      L: '39000.00000000',
      Y: '780.00000000',
      z: '0.02000000',
      Z: '780.00000000',
      n: '0.00002000',
      N: 'BTC',
      t: 2,
      m: true,
      w: true,
    });
    expect(balances).toMatchObject({ e: 'outboundAccountPosition' });
    expect(more).toEqual([]);
  });

  it('of a cancel has its own name and the order’s, and what was filled before', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    desk.rest('sell', 3_900_000, 2000);
    desk.heard('alice');
    desk.ask('DELETE /api/v3/order', { symbol: 'BTCUSDT', orderId: 5, newClientOrderId: 'myCancel' });
    const told = desk.heard('alice');
    expect(course(told)).toEqual(['CANCELED CANCELED', 'outboundAccountPosition']);
    expect(told[0]).toMatchObject({ c: 'myCancel', C: 'mine', z: '0.02000000', l: '0.00000000', w: false });
  });

  it('of a stop tells when it begins to work', () => {
    const desk = openDesk();
    const stop = { ...BTC, side: 'SELL', type: 'STOP_LOSS_LIMIT', timeInForce: 'GTC', quantity: '0.1' };
    desk.ask(ORDER, { ...stop, stopPrice: '39000', price: '40005' });
    const [placed] = desk.heard('alice');
    expect(placed).toMatchObject({ x: 'NEW', X: 'NEW', w: false, P: '39000.00000000' });
    expect(placed).not.toHaveProperty('W');
    desk.pass(1000);
    desk.trade(3_900_000);
    expect(desk.heard('alice')[0]).toMatchObject({ x: 'NEW', X: 'NEW', w: true, W: NEW_YEAR_MS + 1000 });
  });

  it('tells what only some orders have', () => {
    const desk = openDesk();
    desk.ask(ORDER, { ...LIMIT, icebergQty: '0.01', strategyId: 7, strategyType: 1_000_000 });
    expect(desk.heard('alice')[0]).toMatchObject({ F: '0.01000000', j: 7, J: 1_000_000 });
    desk.ask(ORDER, {
      symbol: 'BTCUSDT',
      side: 'SELL',
      type: 'STOP_LOSS',
      quantity: '0.1',
      trailingDelta: 100,
    });
    expect(desk.heard('alice')[0]).toMatchObject({ d: 100, o: 'STOP_LOSS' });
    desk.ask(ORDER, { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quoteOrderQty: '4001' });
    expect(desk.heard('alice')[0]).toMatchObject({ Q: '4001.00000000' });
  });

  it('tells of a trade that was prevented', () => {
    const desk = openDesk({ alice: { tradeGroupId: 9 } });
    desk.ask(ORDER, { ...LIMIT, newClientOrderId: 'maker', quantity: '0.3' });
    desk.heard('alice');
    desk.ask(ORDER, { ...LIMIT, side: 'SELL', quantity: '0.1', selfTradePreventionMode: 'EXPIRE_TAKER' });
    const prevented = desk.heard('alice').find((event) => fields([event], 'x')[0] === 'TRADE_PREVENTION');
    expect(prevented).toMatchObject({
      X: 'EXPIRED_IN_MATCH',
      c: 'mine',
      V: 'EXPIRE_TAKER',
      v: 1,
      A: '0.10000000',
      B: '0.10000000',
      u: 9,
      U: 5,
      Cs: 'BTCUSDT',
      pl: '0.10000000',
      pL: '39000.00000000',
      pY: '3900.00000000',
    });
  });
});

describe('an account that is paid in', () => {
  it('hears by how much, and what it has now', () => {
    const desk = openDesk();
    desk.world.exchange.deposit('alice', 'BTC', amount(150_000_000n), NEW_YEAR_MS + 5);
    desk.world.exchange.deposit('alice', 'BTC', amount(-50_000_000n), NEW_YEAR_MS + 6);
    expect(desk.heard('alice')).toEqual([
      { e: 'balanceUpdate', E: NEW_YEAR_MS + 5, a: 'BTC', d: '1.50000000', T: NEW_YEAR_MS + 5 },
      {
        e: 'outboundAccountPosition',
        E: NEW_YEAR_MS + 5,
        u: NEW_YEAR_MS + 5,
        B: [{ a: 'BTC', f: '11.50000000', l: '0.00000000' }],
      },
      { e: 'balanceUpdate', E: NEW_YEAR_MS + 6, a: 'BTC', d: '-0.50000000', T: NEW_YEAR_MS + 6 },
      {
        e: 'outboundAccountPosition',
        E: NEW_YEAR_MS + 6,
        u: NEW_YEAR_MS + 6,
        B: [{ a: 'BTC', f: '11.00000000', l: '0.00000000' }],
      },
    ]);
  });
});

describe('an account', () => {
  it('hears nothing of what others do', () => {
    const desk = openDesk();
    desk.ask(ORDER, LIMIT);
    desk.rest('buy', 3_800_000, 10);
    expect(desk.heard('bob')).toEqual([]);
  });

  it('hears the end of its stream', () => {
    expect(eventStreamTerminated(5)).toEqual({ e: 'eventStreamTerminated', E: 5 });
  });
});
