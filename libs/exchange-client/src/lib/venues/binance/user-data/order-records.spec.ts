import type { OrderEvent } from '@org/domain';
import { amount, parseDecimal } from '@org/domain';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import type { AccountTrade } from '../account/binance-account.ts';
import type { WireOrder } from '../orders/order-schema.ts';
import type { AccountMemory } from './order-records.ts';
import { OrderRecords } from './order-records.ts';

const market = binanceMarket(BTCUSDT) ?? undefined;

function openRecords(memory?: AccountMemory, nowMs = () => 1000) {
  const records = new OrderRecords({
    markets: { get: (symbol) => (symbol === 'BTCUSDT' ? market : undefined), asset: () => undefined },
    nowMs,
    isOurs: (id) => id.startsWith('os-'),
    memory,
  });
  const told: string[] = [];
  const stop = records.listen({
    tell: (event: OrderEvent) =>
      told.push('clientOrderId' in event ? `${event.kind} ${event.clientOrderId}` : event.kind),
    missing: ({ clientOrderId }) => told.push(`missing ${clientOrderId}`),
    doubtful: ({ clientOrderId }) => told.push(`doubtful ${clientOrderId}`),
    uncertain: ({ clientOrderId }) => told.push(`uncertain ${clientOrderId}`),
  });
  return { records, told, stop };
}

const isPending = (records: OrderRecords, id: string) =>
  records.pending.some(({ clientOrderId }) => clientOrderId === id);

const wire = (orderId: number, clientOrderId: string, changes: Partial<WireOrder> = {}): WireOrder => ({
  ...{ symbol: 'BTCUSDT', orderId, clientOrderId, side: 'BUY', status: 'NEW' },
  ...{ origQty: '1', executedQty: '0', ...changes },
});

/** An order for 1 BTC that was filled at once, and its trade as the exchange lists it. */
function filled(index: number): { readonly wire: WireOrder; readonly trade: AccountTrade } {
  const tradeId = 1 + index;
  const fill = { price: '20000', qty: '1', commission: '0.001', commissionAsset: 'BTC', tradeId };
  const order = { status: 'FILLED', executedQty: '1', fills: [fill] };
  return {
    wire: wire(100 + index, `os-${index}`, order),
    trade: {
      ...{ symbol: 'BTCUSDT', tradeId, venueOrderId: String(100 + index), side: 'buy', liquidity: 'taker' },
      ...{ price: parseDecimal('20000'), quantity: parseDecimal('1'), time: 1000 },
      notional: { units: 20_000n, decimals: 0 },
      fee: { asset: { code: 'BTC', decimals: 8 }, amount: amount(100_000n) },
    },
  };
}

describe('the records of orders', () => {
  it('are made before an order is sent, and refuse a name that was used', () => {
    const { records, told } = openRecords();
    expect(records.sending('BTCUSDT', ['os-1', 'os-2'])).toBeNull();
    expect(records.sending('BTCUSDT', ['os-3', 'os-2'])).toContain('os-2 was used before');
    // Nothing of what was refused is left behind.
    expect(records.sending('BTCUSDT', ['os-3'])).toBeNull();
    expect(told).toEqual([]);
  });

  it('take a name that somebody uses again for another order', () => {
    const { records, told } = openRecords();
    records.told(wire(1, 'os-1', { status: 'CANCELED' }));
    records.told(wire(2, 'os-1'));
    expect(told).toEqual(['orderAccepted os-1', 'orderCancelled os-1', 'orderAccepted os-1']);
    expect(records.known('BTCUSDT', 'os-1')).toMatchObject({ venueOrderId: '2', status: 'open' });
  });

  it('know an order by the exchange’s own name, also where it was given another', () => {
    const { records, told } = openRecords();
    records.told(wire(1, 'os-1'));
    records.told(wire(1, 'renamed', { status: 'CANCELED' }));
    expect(told).toEqual(['orderAccepted os-1', 'orderCancelled os-1']);
  });

  it('tell what is missing, doubtful and uncertain to who asks', () => {
    const { records, told, stop } = openRecords();
    records.sending('BTCUSDT', ['os-1']);
    records.answered('BTCUSDT', 'os-1', { kind: 'unknown', reason: 'cut' });
    records.told(wire(1, 'os-1', { executedQty: '0.5' }));
    records.notCancelled('BTCUSDT', 'os-1');
    expect(told).toEqual([
      ...['orderUnknown os-1', 'doubtful os-1', 'orderAccepted os-1', 'missing os-1', 'uncertain os-1'],
    ]);
    stop();
    records.told(wire(1, 'os-1', { status: 'CANCELED' }));
    expect(told.length).toBe(5);
  });

  it('mind nothing that they do not know', () => {
    const { records, told } = openRecords();
    records.answered('BTCUSDT', 'os-9', { kind: 'unknown', reason: 'cut' });
    records.absent('BTCUSDT', 'os-9');
    records.notCancelled('BTCUSDT', 'os-9');
    records.archived('BTCUSDT', '9');
    records.told({ ...wire(1, 'os-1'), symbol: 'ETHBTC' });
    expect([told, records.known('BTCUSDT', 'os-9'), records.take('ETHBTC', [])]).toEqual([[], null, []]);
  });

  it('forget the oldest of more than 10,000 orders that are over, and no other', () => {
    const { records } = openRecords();
    records.told(wire(1, 'os-open'));
    for (let index = 0; index <= 10_000; index += 1)
      records.told(wire(100 + index, `os-${index}`, { status: 'CANCELED' }));
    const isKnown = (id: string) => records.known('BTCUSDT', id) !== null;
    expect([isKnown('os-0'), isKnown('os-1'), isKnown('os-10000'), isKnown('os-open')]).toEqual([
      ...[false, true, true, true],
    ]);
  });

  it('keep an order that is over until its trades are accounted for, for they are listed once more', () => {
    const { records, told } = openRecords();
    records.accountFor('BTCUSDT', 0);
    const listed = Array.from({ length: 10_001 }, (_, index) => filled(index));
    for (const { wire: order } of listed) records.told(order);
    told.length = 0;
    const oldest = listed.slice(0, 1).map(({ trade }) => trade);
    expect([records.take('BTCUSDT', oldest), told]).toEqual([[], []]);
    records.accountFor('BTCUSDT', 10_001);
    expect(records.take('BTCUSDT', oldest)).toEqual(['100']);
  });

  it('forget the oldest of more than 10,000 that nobody hears of, and none of an earlier run', () => {
    const { records: earlier } = openRecords();
    earlier.told(wire(1, 'os-earlier'));
    const { records, stop } = openRecords(earlier.memory);
    records.sending('BTCUSDT', ['os-heard']);
    stop();
    for (let index = 0; index <= 10_000; index += 1) records.sending('BTCUSDT', [`os-${index}`]);
    expect(records.pending.length).toBe(10_002);
    expect(['os-earlier', 'os-heard', 'os-0', 'os-1'].map((id) => isPending(records, id))).toEqual([
      ...[true, true, false, true],
    ]);
  });

  it('keep an order that was refused and is there after all, however many end after it', () => {
    const { records } = openRecords();
    records.sending('BTCUSDT', ['os-there']);
    records.answered('BTCUSDT', 'os-there', {
      kind: 'rejected',
      code: -2010,
      reason: 'Duplicate order sent.',
    });
    records.told(wire(1, 'os-there'));
    for (let index = 0; index <= 10_000; index += 1)
      records.told(wire(100 + index, `os-${index}`, { status: 'CANCELED' }));
    expect(records.pending.map(({ clientOrderId }) => clientOrderId)).toEqual(['os-there']);
  });

  it('give an order that they are told in our words, and null for one of a market that is not known', () => {
    const { records } = openRecords();
    expect(records.told(wire(1, 'os-1', { executedQty: '0.5' }))).toMatchObject({
      ...{ clientOrderId: 'os-1', venueOrderId: '1', status: 'open', quantity: 100_000, filled: 50_000 },
    });
    expect(records.told({ ...wire(1, 'os-1'), symbol: 'ETHBTC' })).toBeNull();
  });

  it('remember while an event is told that one and those before it, and none that follows at once', () => {
    const { records } = openRecords();
    const remembered: unknown[] = [];
    records.listen({
      ...{ missing: () => undefined, doubtful: () => undefined, uncertain: () => undefined },
      tell: ({ kind }) => remembered.push([kind, records.memory.orders]),
    });
    const fill = (tradeId: number, qty: string) => ({
      ...{ price: '20000', qty, commission: '0', commissionAsset: 'BTC', tradeId },
    });
    const fills = [fill(10, '0.25'), fill(11, '0.5')];
    records.told(wire(1, 'os-1', { status: 'EXPIRED', executedQty: '0.75', fills }));
    records.told(wire(2, 'os-2', { status: 'CANCELED' }));
    const kept = (venueOrderId: string, tradeIds: readonly number[], booked: string) => ({
      ...{ symbol: 'BTCUSDT', clientOrderId: `os-${venueOrderId}`, venueOrderId, tradeIds, booked },
      ...{ ending: null, overSince: null },
    });
    const expired = { ...kept('1', [10, 11], '75000000'), ending: 'expired' };
    const over = { ...expired, overSince: 1000 };
    expect(remembered).toEqual([
      ['orderAccepted', [kept('1', [], '0')]],
      ['orderFilled', [kept('1', [10], '25000000')]],
      ['orderFilled', [kept('1', [10, 11], '75000000')]],
      ['orderExpired', [expired]],
      ['orderAccepted', [over, kept('2', [], '0')]],
      ['orderCancelled', [over, { ...kept('2', [], '0'), ending: 'cancelled' }]],
    ]);
  });

  it('remember over a restart for two minutes what has ended, for a list or an event may be late', () => {
    // By our server time: a market that is played fast is far ahead of it.
    const cancelled = wire(1, 'os-1', { status: 'CANCELED', transactTime: 9_000_000 });
    const { records: before } = openRecords();
    before.told(wire(1, 'os-1'));
    before.told(cancelled);
    const { records, told } = openRecords(before.memory, () => 120_999);
    records.told(wire(1, 'os-1'));
    records.told(cancelled);
    expect([told, records.pending, records.memory.orders.length]).toEqual([[], [], 1]);
    expect(openRecords(records.memory, () => 121_000).records.memory.orders).toEqual([]);
  });

  it('remember for a restart what is not over, and what was traded since all was accounted for', () => {
    let now = 1000;
    const { records } = openRecords(undefined, () => now);
    const fill = (tradeId: number) => [
      { price: '20000', qty: '1', commission: '0.001', commissionAsset: 'BTC', tradeId },
    ];
    records.told(wire(1, 'os-old', { status: 'FILLED', executedQty: '1', fills: fill(10) }));
    records.accountFor('BTCUSDT', 10);
    records.told(wire(2, 'os-new', { status: 'FILLED', executedQty: '1', fills: fill(11) }));
    records.told(wire(3, 'os-open'));
    records.told(wire(4, 'foreign'));
    now = 1_000_000;
    expect(records.memory).toEqual({
      accountedFor: { BTCUSDT: 10 },
      orders: [
        expect.objectContaining({
          clientOrderId: 'os-new',
          tradeIds: [11],
          booked: '100000000',
          ending: 'filled',
        }),
        expect.objectContaining({ clientOrderId: 'os-open', tradeIds: [], booked: '0', ending: null }),
      ],
    });
  });
});
