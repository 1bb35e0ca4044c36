import type { OrderEvent } from '@org/domain';
import { BTCUSDT } from '../../../../../test/wire-symbols.ts';
import { binanceMarket } from '../instruments/binance-market.ts';
import type { WireOrder } from '../orders/order-schema.ts';
import { OrderRecords } from './order-records.ts';

const market = binanceMarket(BTCUSDT) ?? undefined;

function openRecords() {
  const records = new OrderRecords({
    markets: { get: (symbol) => (symbol === 'BTCUSDT' ? market : undefined), asset: () => undefined },
    nowMs: () => 1000,
    isOurs: (id) => id.startsWith('os-'),
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

const wire = (orderId: number, clientOrderId: string, changes: Partial<WireOrder> = {}): WireOrder => ({
  ...{ symbol: 'BTCUSDT', orderId, clientOrderId, side: 'BUY', status: 'NEW' },
  ...{ origQty: '1', executedQty: '0', ...changes },
});

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

  it('remember for a restart what is not over, and what was traded since all was accounted for', () => {
    const { records } = openRecords();
    const fill = (tradeId: number) => [
      { price: '20000', qty: '1', commission: '0.001', commissionAsset: 'BTC', tradeId },
    ];
    records.told(wire(1, 'os-old', { status: 'FILLED', executedQty: '1', fills: fill(10) }));
    records.accountFor('BTCUSDT', 10);
    records.told(wire(2, 'os-new', { status: 'FILLED', executedQty: '1', fills: fill(11) }));
    records.told(wire(3, 'os-open'));
    records.told(wire(4, 'foreign'));
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
