import type { SelfTradePrevention } from '../../../index.ts';
import { account, openDesk } from '../../../testing/exchange/desk.ts';

/** `a` bids for three at 100; `b` is in its trade group. */
function bidding(mode: SelfTradePrevention = 'none') {
  const group = { tradeGroupId: 7 };
  const desk = openDesk({ accounts: [account('a', group), account('b', group), account('c')] });
  desk.place('a', 'bid', { side: 'buy', price: 100, quantity: 3, selfTradePrevention: mode });
  desk.told();
  return desk;
}

const sell = (quantity: number, selfTradePrevention: SelfTradePrevention) =>
  ({ side: 'sell', price: 100, quantity, selfTradePrevention }) as const;

describe('self-trade prevention', () => {
  it('lets an account trade with itself where the taker asks for none', () => {
    expect(bidding('expireBoth').place('a', 'ask', sell(1, 'none'))).toMatchObject({
      order: { status: 'filled' },
    });
  });

  it('is no matter between accounts that have nothing to do with each other', () => {
    expect(bidding().place('c', 'ask', sell(1, 'expireBoth'))).toMatchObject({ order: { status: 'filled' } });
  });

  it.each(['a', 'b'])('ends the taker, of the account or of its group (%s)', (name) => {
    const desk = bidding();
    const outcome = desk.place(name, 'ask', sell(2, 'expireTaker'));
    expect(outcome).toMatchObject({
      order: { status: 'expiredInMatch', prevented: 2, executed: 0 },
      prevented: [{ mode: 'expireTaker', price: 100, takerPrevented: 2, makerPrevented: 0 }],
    });
    expect(desk.told().slice(0, 2)).toEqual(['ask new new 0/2', 'ask tradePrevention expiredInMatch 0/2']);
    expect(desk.balance(name, 'X')).toBe('1000000/0');
    expect(desk.exchange.openOrders('a')).toHaveLength(1);
  });

  it('ends the maker, and the taker goes on', () => {
    const desk = bidding();
    const outcome = desk.place('a', 'ask', sell(2, 'expireMaker'));
    expect(outcome).toMatchObject({
      order: { status: 'new', prevented: 0 },
      prevented: [{ takerPrevented: 0, makerPrevented: 3 }],
    });
    expect(desk.exchange.book('XY', 1)).toMatchObject({ bids: [], asks: [{ price: 100, quantity: 2 }] });
    expect(desk.balance('a', 'Y')).toBe('1000000/0');
  });

  it('leaves a market order that has ended its makers with too little in the book', () => {
    const outcome = bidding().place('a', 'now', {
      side: 'sell',
      type: 'market',
      quantity: 1,
      selfTradePrevention: 'expireMaker',
    });
    expect(outcome).toMatchObject({ order: { status: 'expired', expiryReason: 'insufficientLiquidity' } });
  });

  it('ends both', () => {
    const outcome = bidding().place('a', 'ask', sell(2, 'expireBoth'));
    expect(outcome).toMatchObject({
      order: { status: 'expiredInMatch' },
      prevented: [{ takerPrevented: 2, makerPrevented: 3 }],
    });
  });

  it('takes from both what would have traded, and ends the smaller', () => {
    const desk = bidding();
    const outcome = desk.place('a', 'ask', sell(2, 'decrement'));
    expect(outcome).toMatchObject({
      order: { status: 'expiredInMatch', prevented: 2 },
      prevented: [{ takerPrevented: 2, makerPrevented: 2 }],
    });
    expect(desk.exchange.openOrders('a')).toMatchObject([{ status: 'new', prevented: 2, quantity: 3 }]);
    expect(desk.balance('a', 'Y')).toBe('900000/100000');
  });

  it('transfers between accounts of a group where both ask for it, without a fee', () => {
    const desk = bidding('transfer');
    const outcome = desk.place('b', 'ask', sell(2, 'transfer'));
    expect(outcome).toMatchObject({
      order: { status: 'expiredInMatch', executed: 0, prevented: 2 },
      fills: [],
    });
    expect([desk.balance('a', 'X'), desk.balance('a', 'Y')]).toEqual(['1002000/0', '700000/100000']);
    expect([desk.balance('b', 'X'), desk.balance('b', 'Y')]).toEqual(['998000/0', '1200000/0']);
    expect(desk.exchange.feesTaken()).toEqual([]);
  });

  it('only takes from both where the maker does not ask for a transfer, or is the same account', () => {
    const other = bidding('none');
    other.place('b', 'ask', sell(2, 'transfer'));
    expect(other.balance('b', 'X')).toBe('1000000/0');
    const same = bidding('transfer');
    expect(same.place('a', 'ask', sell(2, 'transfer'))).toMatchObject({ prevented: [{ mode: 'transfer' }] });
    expect(same.balance('a', 'X')).toBe('1000000/0');
  });

  it('does not fill whole what would meet itself on the way', () => {
    const desk = bidding();
    const outcome = desk.place('a', 'ask', { ...sell(2, 'decrement'), timeInForce: 'fok' });
    expect(outcome).toMatchObject({
      order: { status: 'expired', expiryReason: 'fokUnfilled', prevented: 0 },
    });
  });

  it('refuses a mode that the symbol does not allow', () => {
    const desk = openDesk({ rules: { allowedSelfTradePrevention: ['none'] } });
    const outcome = desk.place('a', 'ask', sell(1, 'transfer'));
    expect(outcome).toEqual({ kind: 'refused', refusal: { reason: 'selfTradePreventionNotAllowed' } });
  });
});
