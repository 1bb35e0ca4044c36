import type { OrderState } from '@org/domain';
import { anOrder, BTCUSDT, fillOf } from '../../testing/desk-fixture.ts';
import { orderDraftOf } from './order-draft.ts';
import type { OrderReport } from './order-lifecycle.ts';
import { advanceOrder, isFinal } from './order-lifecycle.ts';

const about = { time: 5, symbol: 'BTCUSDT', clientOrderId: 'os-1' };
const reports: Record<string, OrderReport> = {
  accepted: { kind: 'orderAccepted', ...about },
  rejected: { kind: 'orderRejected', ...about, reason: 'no funds' },
  unknown: { kind: 'orderUnknown', ...about },
  part: fillOf('os-1', { time: 5, tradeId: 9, price: 50_000, size: 0.004, complete: false }),
  filled: fillOf('os-1', { time: 5, tradeId: 9, price: 50_000, size: 0.01 }),
  cancelled: { kind: 'orderCancelled', ...about },
  expired: { kind: 'orderExpired', ...about, reason: 'market closed' },
};
const states: Record<string, OrderState> = {
  waiting: { kind: 'waiting', for: ['os-0'] },
  pendingNew: { kind: 'pendingNew', thenCancel: false },
  'pendingNew then cancel': { kind: 'pendingNew', thenCancel: true },
  unknown: { kind: 'unknown', thenCancel: false },
  'unknown then cancel': { kind: 'unknown', thenCancel: true },
  open: { kind: 'open' },
  pendingCancel: { kind: 'pendingCancel' },
  filled: { kind: 'filled' },
  cancelled: { kind: 'cancelled' },
  expired: { kind: 'expired' },
  rejected: { kind: 'rejected', reason: 'no funds' },
};

/** The whole table: `-` stays the same, `!` cannot be, else the state that follows. */
const table = `
                         accepted       rejected  unknown        part           filled  cancelled  expired
  waiting                !              !         !              !              !       !          !
  pendingNew             open           rejected  unknown        open           filled  cancelled  expired
  pendingNew then cancel pendingCancel  rejected  unknown        pendingCancel  filled  cancelled  expired
  unknown                open           rejected  unknown        open           filled  cancelled  expired
  unknown then cancel    pendingCancel  rejected  unknown        pendingCancel  filled  cancelled  expired
  open                   -              !         -              open           filled  cancelled  expired
  pendingCancel          -              !         unknown        pendingCancel  filled  cancelled  expired
  filled                 -              !         -              !              !       -          -
  cancelled              -              !         -              !              !       -          -
  expired                -              !         -              !              !       -          -
  rejected               -              !         -              !              !       -          -
`;

function cases(): [string, string, string][] {
  const [head = '', ...rows] = table.trim().split('\n');
  const columns = head.trim().split(/\s+/);
  return rows.flatMap((row) => {
    const [from = '', ...cells] = row.trim().split(/\s{2,}|(?<=cancel) (?=!|\w)/);
    return columns.map((column, at): [string, string, string] => [from, column, cells[at] ?? '']);
  });
}

describe('the life of an order', () => {
  it.each(cases())('%s, %s: %s', (from, report, expected) => {
    const state = states[from];
    const told = reports[report];
    if (state === undefined || told === undefined) throw new Error(`no such row: ${from}, ${report}`);
    const order = orderDraftOf(anOrder({ state }));
    const advance = advanceOrder(order, told, BTCUSDT);
    const seen = advance === 'moved' ? order.state.kind : advance === 'same' ? '-' : '!';
    expect(seen).toBe(expected);
  });

  it('remembers that a cancel is wished while the answer is lost', () => {
    const order = orderDraftOf(anOrder({ state: { kind: 'pendingNew', thenCancel: true } }));
    expect(advanceOrder(order, { kind: 'orderUnknown', ...about }, BTCUSDT)).toBe('moved');
    expect(order.state).toEqual({ kind: 'unknown', thenCancel: true });
  });

  it('counts a trade once, by its id', () => {
    const order = Object.freeze(anOrder({ state: { kind: 'open' }, lastTradeId: 9 }));
    const fill = fillOf('os-1', { time: 5, tradeId: 9, price: 50_000, size: 0.01 });
    expect(advanceOrder(order, fill, BTCUSDT)).toBe('same');
  });

  it('keeps the reason of a rejection, and reserves nothing at the end', () => {
    const order = orderDraftOf(anOrder({}));
    advanceOrder(order, { kind: 'orderRejected', ...about, reason: 'no funds' }, BTCUSDT);
    expect(order).toMatchObject({ state: { kind: 'rejected', reason: 'no funds' }, reserved: 0n });
  });

  it('is over in four states', () => {
    const over = Object.entries(states).filter(([, state]) => isFinal(state));
    expect(over.map(([name]) => name)).toEqual(['filled', 'cancelled', 'expired', 'rejected']);
  });
});
