import type { SlotOrder } from '@org/domain';
import { price, quantity } from '@org/domain';
import { leave } from './leave.ts';

function order(slot: string, state: SlotOrder['state']): SlotOrder {
  const request = {
    type: 'limit',
    side: 'buy',
    quantity: quantity(1),
    price: price(1),
    postOnly: false,
  } as const;
  return { slot, symbol: 'BTCUSDT', request, filled: 0, state };
}

function leaving(isFlat: boolean, ...orders: readonly SlotOrder[]): readonly string[] {
  const view = { isFlat: () => isFlat, order: (slot: string) => orders.find((one) => one.slot === slot) };
  return leave(view, 'close 1').map((wish) => ('slot' in wish ? `${wish.kind} ${wish.slot}` : wish.kind));
}

describe('leaving', () => {
  it('sells what is held', () => {
    expect(leaving(false)).toEqual(['place exit']);
  });

  it('calls off an entry that still works', () => {
    expect(leaving(true, order('main', 'open'))).toEqual(['cancel main']);
    expect(leaving(false, order('main', 'open'))).toEqual(['cancel main', 'place exit']);
  });

  it('asks for nothing twice', () => {
    expect(leaving(true, order('main', 'pendingCancel'))).toEqual([]);
    expect(leaving(false, order('exit', 'open'))).toEqual([]);
  });

  it('is nothing where there is nothing to leave', () => {
    expect(leaving(true)).toEqual([]);
  });
});
