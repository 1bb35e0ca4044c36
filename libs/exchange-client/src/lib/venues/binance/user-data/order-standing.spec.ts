import type { VenueOrder } from '@org/domain';
import { amount, quantity } from '@org/domain';
import type { OrderSighting } from '../orders/order-sighting.ts';
import { OrderStanding } from './order-standing.ts';

interface Told {
  readonly lots?: number;
  readonly of?: number;
  readonly status?: VenueOrder['status'];
  readonly executionId?: number | null;
  readonly reason?: string;
}

/** That `lots` of 10, or of `of`, are executed. */
const sighting = ({
  lots = 0,
  of = 10,
  status = 'open',
  executionId = null,
  reason,
}: Told): OrderSighting => ({
  order: {
    ...{ symbol: 'BTCUSDT', clientOrderId: 'os-1', venueOrderId: '7', side: 'buy' },
    ...{ quantity: quantity(of), filled: quantity(lots), status },
  },
  quantity: amount(BigInt(of)),
  executed: amount(BigInt(lots)),
  ...{ executionId, reason: reason ?? null, trades: [], time: 1000 },
});

const after = (...told: readonly Told[]): OrderStanding => {
  const standing = new OrderStanding();
  for (const one of told) standing.see(sighting(one));
  return standing;
};

describe('where an order stands', () => {
  it('is nothing that is known before anybody has told', () => {
    expect(new OrderStanding()).toMatchObject({ order: null, executed: 0n, ending: null, reason: null });
  });

  it('stays its end, whatever older thing is told, of a later execution too', () => {
    const standing = after({ status: 'expired', executionId: 5, reason: 'OCO_TRIGGER' });
    standing.see(sighting({ status: 'open' }));
    standing.see(sighting({ status: 'cancelled', executionId: 9 }));
    expect(standing).toMatchObject({ ending: 'expired', reason: 'OCO_TRIGGER' });
    expect(standing.order?.status).toBe('expired');
  });

  it('is its end at once, by an older execution too', () => {
    expect(after({ executionId: 5 }, { status: 'cancelled', executionId: 4 }).ending).toBe('cancelled');
  });

  it('is the later execution of two that are open', () => {
    expect(after({ executionId: 5 }, { status: 'waiting', executionId: 4 }).order?.status).toBe('open');
  });

  it('is what an answer says that tells no less executed and no more asked for', () => {
    expect(after({ lots: 3, executionId: 5 }, { lots: 2 }).order?.filled).toBe(3);
    expect(after({ lots: 3, executionId: 5 }, { lots: 4 }).order?.filled).toBe(4);
    expect(after({ of: 4 }, { of: 10 }).order?.quantity).toBe(4);
  });

  it('never has less executed than anybody has told, after its end too', () => {
    const standing = after({ status: 'cancelled', lots: 3 }, { lots: 7 });
    expect([standing.executed, standing.order?.filled]).toEqual([7n, 3]);
  });

  it('is filled where its trades make all of it, before anybody says so', () => {
    const standing = after({ lots: 4 });
    standing.haveTraded(9n);
    expect([standing.executed, standing.ending]).toEqual([9n, null]);
    standing.haveTraded(10n);
    expect(standing.order).toMatchObject({ status: 'filled', filled: 10 });
    expect(standing.ending).toBe('filled');
  });

  it('is an end that an archive has kept, and no other where there was one', () => {
    const standing = after({});
    standing.archive();
    expect(standing.ending).toBe('cancelled');
    const expired = after({ status: 'expired' });
    expired.archive();
    expect(expired.ending).toBe('expired');
  });

  it('is as an earlier run has left it', () => {
    expect(new OrderStanding(7n, 'cancelled')).toMatchObject({
      order: null,
      executed: 7n,
      ending: 'cancelled',
    });
  });
});
