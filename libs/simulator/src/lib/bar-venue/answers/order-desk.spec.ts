import { amount, price, quantity } from '@org/domain';
import {
  bar,
  BNBUSD,
  cancel,
  deposit,
  drain,
  funds,
  limit,
  market,
  marketQuote,
  MINUTE_MS,
  place,
  simulator,
  stop,
  work,
} from '../../../testing/bar-tape.ts';

const QUIET = bar(1, 100, 100, 100, 100);
const both = [deposit('ABC', '10'), deposit('USD', '1000')];

describe('an order that the exchange refuses', () => {
  it('at the market is worth what an open off the tick gives to its disadvantage', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('sell', market('sell', 0.05)));
    // 0.05 at 99.99 are 4.9995 USD, and the least order is 5.
    expect(work(sim, bar(1, 99.999, 99.999, 99.999, 99.999))).toEqual([
      'sell rejected: Filter failure: MIN_NOTIONAL',
    ]);
  });

  const base = {
    type: 'limit',
    side: 'buy',
    quantity: quantity(1000),
    price: price(10_000),
    postOnly: false,
  } as const;

  it.each([
    ['below the least quantity', limit('buy', 0.001, 99), 'Filter failure: LOT_SIZE'],
    ['above the most', limit('buy', 9000.001, 99), 'Filter failure: LOT_SIZE'],
    ['of a negative quantity', { ...base, quantity: quantity(-5) }, 'Filter failure: LOT_SIZE'],
    ['without a price', { ...base, price: price(0) }, 'Filter failure: PRICE_FILTER'],
    ['worth too little at its limit', limit('buy', 0.05, 99.99), 'Filter failure: MIN_NOTIONAL'],
    ['worth too little at its stop', stop('sell', 0.05, 99.99), 'Filter failure: MIN_NOTIONAL'],
    ['worth too little at the market', market('sell', 0.049), 'Filter failure: MIN_NOTIONAL'],
    ['for too little quote', marketQuote('4.99'), 'Filter failure: MIN_NOTIONAL'],
    [
      'for more quote than there is',
      limit('buy', 10.01, 100),
      'Account has insufficient balance for requested action.',
    ],
    [
      'for more base than there is',
      market('sell', 10.001),
      'Account has insufficient balance for requested action.',
    ],
    [
      'to buy at a stop for more than there is',
      stop('buy', 9.1, 110),
      'Account has insufficient balance for requested action.',
    ],
  ])('%s is told why', (_case, request, reason) => {
    const sim = simulator({ deposits: both });
    sim.submit(place('x', request));
    expect(work(sim, QUIET)).toEqual([`x rejected: ${reason}`]);
    expect(funds(sim)).toEqual(['ABC 10', 'USD 1000']);
  });

  it('worth exactly the least passes', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('x', limit('buy', 0.05, 100)));
    expect(work(sim, QUIET)).toEqual(['x accepted']);
  });

  it('bears the id of one that is open; an id is free again when its order has ended', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('x', limit('buy', 1, 90)));
    sim.submit(place('x', limit('buy', 1, 91)));
    expect(work(sim, QUIET)).toEqual(['x accepted', 'x rejected: Duplicate order sent.']);
    sim.submit(cancel('x'));
    sim.submit(place('x', limit('buy', 1, 91)));
    expect(work(sim, QUIET)).toEqual(['x cancelled', 'x accepted']);
  });

  it('is refused at the open time of the bar', () => {
    const sim = simulator();
    sim.submit(place('x', marketQuote('1')));
    sim.openBar('ABCUSD', bar(7, 1, 1, 1, 1), 8 * MINUTE_MS);
    expect(sim.nextEvent()).toEqual({
      kind: 'orderRejected',
      time: 7 * MINUTE_MS,
      symbol: 'ABCUSD',
      clientOrderId: 'x',
      reason: 'Filter failure: MIN_NOTIONAL',
    });
  });

  it('is a market buy where there is no money', () => {
    const sim = simulator({ deposits: [deposit('USD', '4')] });
    sim.submit(place('quantity', market('buy', 1)));
    sim.submit(place('quote', marketQuote('10')));
    expect(work(sim, QUIET)).toEqual([
      'quantity rejected: Account has insufficient balance for requested action.',
      'quote rejected: Account has insufficient balance for requested action.',
    ]);
  });
});

describe('a cancel', () => {
  it('frees what was held back, before the bar trades', () => {
    const sim = simulator();
    sim.submit(place('x', limit('buy', 1, 99)));
    work(sim, QUIET);
    sim.submit(cancel('x'));
    expect(work(sim, bar(2, 90, 90, 90, 90))).toEqual(['x cancelled']);
    expect(funds(sim)).toEqual(['USD 10000']);
  });

  it('comes behind its own place', () => {
    const sim = simulator();
    sim.submit(place('x', market('buy', 1)));
    sim.submit(cancel('x'));
    expect(work(sim, QUIET)).toEqual(['x accepted', 'x cancelled']);
  });

  it('of a limit that had to wait for the next bar finds it', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    const bought = 'buy filled 1 at 99, fee 0.001 ABC, maker, complete';
    const script = { [bought]: [place('target', limit('sell', 0.999, 101)), cancel('target')] };
    expect(work(sim, bar(1, 100, 100, 98, 99), script)).toEqual([
      'buy accepted',
      bought,
      'target accepted',
      'target cancelled',
    ]);
  });

  it.each([
    ['unknown', 'nobody', 'ABCUSD'],
    ['filled', 'buy', 'ABCUSD'],
    ['of another market', 'rest', 'BNBUSD'],
  ])('of an order that is %s changes nothing and says nothing', (_case, id, symbol) => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    sim.submit(place('rest', limit('buy', 1, 90)));
    work(sim, QUIET);
    sim.submit(cancel(id, symbol));
    sim.openBar('ABCUSD', QUIET, 3 * MINUTE_MS);
    sim.openBar('BNBUSD', QUIET, 3 * MINUTE_MS);
    expect(drain(sim)).toEqual([]);
    expect(sim.openOrders()).toHaveLength(1);
  });

  it('in answer to one event of a bar saves the order from the next', () => {
    const sim = simulator();
    sim.submit(place('first', limit('buy', 1, 99)));
    sim.submit(place('second', limit('buy', 1, 98)));
    const bought = 'first filled 1 at 99, fee 0.001 ABC, maker, complete';
    expect(work(sim, bar(1, 100, 100, 90, 95), { [bought]: [cancel('second')] }).slice(2)).toEqual([
      bought,
      'second cancelled',
    ]);
  });

  it('of a market order in answer to one that trades before it saves it from the open', () => {
    const sim = simulator();
    for (const name of ['a', 'b', 'c']) sim.submit(place(name, market('buy', 1)));
    const first = 'a filled 1 at 100, fee 0.001 ABC, taker, complete';
    expect(work(sim, QUIET, { [first]: [cancel('b')] }).slice(3)).toEqual([
      first,
      'b cancelled',
      'c filled 1 at 100, fee 0.001 ABC, taker, complete',
    ]);
  });
});

describe('an open order', () => {
  it('is listed with what is held back for it', () => {
    const sim = simulator();
    const request = limit('buy', 1, 99);
    sim.submit(place('x', request));
    work(sim, QUIET);
    expect(sim.openOrders()).toEqual([
      { symbol: 'ABCUSD', clientOrderId: 'x', request, remaining: 1000, locked: amount(9_900_000_000n) },
    ]);
  });
});

describe('another market', () => {
  it('has its own orders and shares the account', () => {
    const sim = simulator();
    sim.submit(place('bnb', { ...limit('buy', 1, 100), price: price(1000) }, BNBUSD.symbol));
    expect(work(sim, QUIET)).toEqual([]);
    expect(work(sim, bar(1, 90, 90, 90, 90), {}, BNBUSD.symbol)).toEqual([
      'bnb accepted',
      'bnb filled 1 at 90, fee 0.001 BNB, taker, complete',
    ]);
  });
});
