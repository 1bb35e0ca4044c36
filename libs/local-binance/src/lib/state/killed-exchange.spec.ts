import { SeededRng } from '@org/simulator';
import { z } from 'zod';
import { KilledExchange } from '../../testing/killed-exchange.ts';
import { StateFolder } from '../../testing/state-folder.ts';

const PEOPLE = ['alice', 'bob'];
const BTC = { symbol: 'BTCUSDT' };
const OWNED = { BTC: 10n, USDT: 1_000_000n };
const ROUNDS = 20;

const orderSchema = z.object({
  orderId: z.number(),
  clientOrderId: z.string(),
  side: z.enum(['BUY', 'SELL']),
  price: z.string(),
  origQty: z.string(),
  executedQty: z.string(),
  status: z.string(),
});
const placedSchema = orderSchema.extend({ fills: z.array(z.object({ tradeId: z.number() })) });
const tradeSchema = z.object({
  id: z.number(),
  orderId: z.number(),
  qty: z.string(),
  quoteQty: z.string(),
  isBuyer: z.boolean(),
  commission: z.string(),
  commissionAsset: z.string(),
});
const accountSchema = z.object({
  balances: z.array(z.object({ asset: z.string(), free: z.string(), locked: z.string() })),
});
const tradeToldSchema = z.object({
  event: z.object({ e: z.literal('executionReport'), x: z.literal('TRADE'), t: z.number() }),
});

type Order = z.infer<typeof orderSchema>;
type Trade = z.infer<typeof tradeSchema>;

/** What somebody was told, and must find again. */
interface Told {
  readonly orders: Map<number, Order>;
  readonly trades: Set<number>;
  readonly cancelled: Set<number>;
}

const told = new Map(
  PEOPLE.map((name): [string, Told] => [
    name,
    { orders: new Map(), trades: new Set(), cancelled: new Set() },
  ]),
);
const toldTo = (name: string): Told =>
  told.get(name) ?? { orders: new Map(), trades: new Set(), cancelled: new Set() };

/** Places limit orders around 40,000 and cancels some, until the exchange is gone. Gives how often it was answered. */
async function trade(
  exchange: KilledExchange,
  name: string,
  rng: SeededRng,
  answered: () => void,
): Promise<void> {
  const mine = toldTo(name);
  for (;;) {
    const placed = placedSchema.safeParse(
      await exchange.ask(name, 'POST /api/v3/order', {
        ...{ ...BTC, type: 'LIMIT', timeInForce: 'GTC', newOrderRespType: 'FULL' },
        ...{ side: rng.uniform() < 0.5 ? 'BUY' : 'SELL', price: 39_995 + Math.floor(rng.uniform() * 10) },
        quantity: `0.00${1 + Math.floor(rng.uniform() * 9)}`,
      }),
    );
    if (!placed.success) return;
    answered();
    const { fills, ...order } = placed.data;
    mine.orders.set(order.orderId, order);
    for (const { tradeId } of fills) mine.trades.add(tradeId);
    if (order.status === 'FILLED' || rng.uniform() < 0.7) continue;
    const parameters = { ...BTC, orderId: order.orderId };
    const cancelled = await exchange.ask(name, 'DELETE /api/v3/order', parameters);
    if (cancelled === null) return;
    answered();
    const after = orderSchema.safeParse(cancelled);
    if (after.success) mine.cancelled.add(order.orderId);
  }
}

/** Two people trade, and one of them listens, until so many requests were answered; then it is killed. */
async function tradeUntilKilled(exchange: KilledExchange, rng: SeededRng): Promise<void> {
  const socket = await exchange.listen('alice');
  socket.socket.on('message', (data: Buffer) => {
    const report = tradeToldSchema.safeParse(JSON.parse(data.toString()));
    if (report.success) toldTo('alice').trades.add(report.data.event.t);
  });
  let left = 5 + Math.floor(rng.uniform() * 40);
  let killed: Promise<void> | null = null;
  const answered = (): void => {
    left -= 1;
    if (left === 0) killed = exchange.kill();
  };
  const seed = Math.floor(rng.uniform() * 1e9);
  await Promise.all(
    [...PEOPLE, ...PEOPLE].map((name, index) => trade(exchange, name, new SeededRng(seed + index), answered)),
  );
  await (killed ?? exchange.kill());
  await socket.ended;
}

const units = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(8, '0'));
};

/** What is left of somebody's money after all trades, and what open orders hold back of it, asset by asset. */
function owned(orders: readonly Order[], trades: readonly Trade[]) {
  const total = { BTC: OWNED.BTC * 10n ** 8n, USDT: OWNED.USDT * 10n ** 8n };
  const locked = { BTC: 0n, USDT: 0n };
  for (const { isBuyer, qty, quoteQty, commission } of trades) {
    total.BTC += isBuyer ? units(qty) - units(commission) : -units(qty);
    total.USDT += isBuyer ? -units(quoteQty) : units(quoteQty) - units(commission);
  }
  for (const { status, side, price, origQty, executedQty } of orders) {
    if (status !== 'NEW' && status !== 'PARTIALLY_FILLED') continue;
    const rest = units(origQty) - units(executedQty);
    if (side === 'SELL') locked.BTC += rest;
    else locked.USDT += (rest * units(price)) / 10n ** 8n;
  }
  return (['BTC', 'USDT'] as const).map((asset) => [asset, total[asset] - locked[asset], locked[asset]]);
}

async function checkAccount(exchange: KilledExchange, name: string): Promise<void> {
  const mine = toldTo(name);
  const page = { ...BTC, limit: 1_000 };
  const orders = z.array(orderSchema).parse(await exchange.ask(name, 'GET /api/v3/allOrders', page));
  const trades = z.array(tradeSchema).parse(await exchange.ask(name, 'GET /api/v3/myTrades', page));
  const { balances } = accountSchema.parse(await exchange.ask(name, 'GET /api/v3/account', {}));

  const byId = new Map(orders.map((order) => [order.orderId, order]));
  expect(byId.size).toBe(orders.length);
  expect(new Set(orders.map(({ clientOrderId }) => clientOrderId)).size).toBe(orders.length);
  for (const { orderId, clientOrderId, executedQty } of mine.orders.values()) {
    const found = byId.get(orderId);
    expect(found?.clientOrderId).toBe(clientOrderId);
    expect(units(found?.executedQty ?? '0')).toBeGreaterThanOrEqual(units(executedQty));
  }
  for (const orderId of mine.cancelled) expect(byId.get(orderId)?.status).toBe('CANCELED');

  const tradeIds = trades.map(({ id, isBuyer }) => `${id} ${isBuyer}`);
  expect(new Set(tradeIds).size).toBe(trades.length);
  const known = new Set(trades.map(({ id }) => id));
  expect([...mine.trades].filter((id) => !known.has(id))).toEqual([]);
  for (const { orderId, executedQty } of orders) {
    const filled = trades.filter((trade) => trade.orderId === orderId);
    expect(filled.reduce((sum, { qty }) => sum + units(qty), 0n)).toBe(units(executedQty));
  }
  const held = new Map(balances.map(({ asset, free, locked }) => [asset, [units(free), units(locked)]]));
  for (const [asset, free, locked] of owned(orders, trades)) {
    expect([asset, ...(held.get(String(asset)) ?? [])]).toEqual([asset, free, locked]);
  }
}

describe('an exchange with a state file', () => {
  let folder: StateFolder;
  beforeEach(() => {
    folder = new StateFolder();
  });
  let exchange: KilledExchange | null = null;
  afterEach(async () => {
    if (exchange?.isGone === false) await exchange.kill();
    folder.remove();
  });

  it(`has everything that was acknowledged after it was killed under load, ${ROUNDS} times`, async () => {
    const rng = new SeededRng(7);
    let lastOrderId = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      exchange = await KilledExchange.start(folder.file());
      for (const name of PEOPLE) await checkAccount(exchange, name);
      const before = lastOrderId;
      if (round === ROUNDS) await exchange.kill();
      else await tradeUntilKilled(exchange, rng);
      const ids = PEOPLE.flatMap((name) => [...toldTo(name).orders.keys()]);
      expect(ids.filter((id) => id > before).length).toBeGreaterThan(round === ROUNDS ? -1 : 0);
      lastOrderId = Math.max(0, ...ids);
    }
    expect(toldTo('alice').trades.size).toBeGreaterThan(20);
  }, 120_000);
});
